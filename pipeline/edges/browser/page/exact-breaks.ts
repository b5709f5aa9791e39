import type { BreakToken } from "./shared.js";

/**
 * Install the exact place of a page's end. Runs in the page.
 *
 * Paged.js looks for the text that it cut in the source by its words, and takes the first place where it finds them: where the same
 * words stand twice in a paragraph, it would set twice what lies between. Here the text is known by the element before it.
 */
export function installExactBreaks(): void {
  const { Paged } = window;
  let start: BreakToken | undefined;

  const elementBefore = (node: Node): HTMLElement | undefined => {
    let before = node.previousSibling;
    while (before && !(before instanceof HTMLElement)) before = before.previousSibling;
    return before ?? undefined;
  };
  /** Find the text of the source that a text on the page was copied from, whole or its end. */
  const originOf = (text: Text, parent: Element): Node | null | undefined => {
    const ref = elementBefore(text)?.dataset.ref;
    if (ref !== undefined) return parent.querySelector(`:scope > [data-ref="${ref}"]`)?.nextSibling;
    // What begins a page may be the rest of any text of its paragraph.
    return start?.node?.parentElement === parent ? start.node : parent.firstChild;
  };

  Paged.registerHandlers(
    class extends Paged.Handler {
      onPageLayout(_wrapper: HTMLElement, from: BreakToken): void {
        start = from;
      }
      onBreakToken(token: { node?: Node; offset?: number } | undefined, overflow?: Range): void {
        if (!overflow || !(token?.node instanceof Text) || !token.node.parentElement) return;
        const { startContainer: container, startOffset } = overflow;
        const text = container instanceof Text ? container : container.childNodes[startOffset];
        if (!(text instanceof Text)) return;
        const origin = originOf(text, token.node.parentElement);
        if (!(origin instanceof Text) || !origin.data.endsWith(text.data)) return;
        token.node = origin;
        token.offset = origin.data.length - text.data.length + (container instanceof Text ? startOffset : 0);
      }
    },
  );
}

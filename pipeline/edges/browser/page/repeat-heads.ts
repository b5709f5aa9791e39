import type {} from "./shared.js";

/**
 * Install the heads of tables that go on: where `fitTables` found room for it (`data-repeat-head`), a table shows its head
 * again on every further page, before its rows are laid out there. Runs in the page.
 */
export function installRepeatedHeads(): void {
  const { Paged } = window;
  const copies = new WeakMap<Element, HTMLElement>();

  const copyOf = (head: HTMLElement): Node => {
    const known = copies.get(head);
    if (known) return known.cloneNode(true);
    const copy = window.steps.copyHead(head);
    copies.set(head, copy);
    return copy.cloneNode(true);
  };

  Paged.registerHandlers(
    class extends Paged.Handler {
      renderNode(clone: Node, node: Node): void {
        const element = node instanceof Element ? node : node.parentElement;
        const source = element?.closest<HTMLTableElement>("table[data-repeat-head]");
        const table = (clone instanceof Element ? clone : clone.parentElement)?.closest("table");
        if (!source?.tHead || !table || table === clone || !("splitFrom" in table.dataset)) return;
        if (table.tHead || source.tHead.contains(node) || source.caption?.contains(node)) return;
        table.prepend(copyOf(source.tHead));
      }
    },
  );
}

import type {} from "./shared.js";

/**
 * Install the rule that no page ends inside a word. Runs in the page.
 *
 * Paged.js breaks a hyphenated word one letter behind its soft hyphen and adds a hyphen of its own: the longer line then wraps once
 * more, into a column that nobody sees. A page that ends with a whole word needs neither.
 */
export function installWholeWords(): void {
  const { Paged } = window;
  /** What a word may be cut behind and before without a sign: spaces, and writing whose characters stand alone. */
  const free = /[\s\u2E80-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF\u{20000}-\u{3FFFF}]/u;
  const lettersAtEnd = /[^\s\u2E80-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF\u{20000}-\u{3FFFF}]*$/u;
  /** A longer run without a space is no word: an address, or writing that has no spaces. */
  const longest = 60;
  /** Find the inline element that begins with a text, where a space stands before it. */
  const beginningWith = (text: Text): Element | undefined => {
    let first: Node = text;
    for (let parent = first.parentElement; parent && !first.previousSibling; parent = first.parentElement) {
      if (!getComputedStyle(parent).display.startsWith("inline")) return undefined;
      first = parent;
    }
    return first instanceof Element && /\s$/.test(first.previousSibling?.textContent ?? "")
      ? first
      : undefined;
  };
  Paged.registerHandlers(
    class extends Paged.Handler {
      onOverflow(overflow?: Range): Range | undefined {
        if (!overflow) return undefined;
        const { startContainer: node, startOffset: offset } = overflow;
        if (!(node instanceof Text) || offset === 0) return undefined;
        const before = node.data.slice(0, offset);
        const [last = ""] = [...before.slice(-2)].slice(-1);
        const [next = ""] = node.data.slice(offset, offset + 2);
        if (free.test(last) || free.test(next)) return undefined;
        const word = lettersAtEnd.exec(before)?.[0].length ?? 0;
        if (word > longest) return undefined;
        const whole = overflow.cloneRange();
        if (word < before.length) whole.setStart(node, offset - word);
        else {
          const first = beginningWith(node);
          // The beginning of the text node may be the middle of a word, too: then the page ends as Paged.js has it.
          if (!first) return undefined;
          whole.setStartBefore(first);
        }
        return whole;
      }
    },
  );
}

/**
 * Give the blocks of a document few signs, which recur, in place of the keys that their languages bear, one for each; the keys stay aside (`data-key`). Called again, it
 * gives another sign where one has come to stand inside its like. Runs in the page.
 *
 * Chromium sets each language with fonts of its own: thousands of them take it more time than all else. `tellBlocks` says later which block each sign is of.
 */
export function signBlocks(root: ParentNode): void {
  const signs = 64;
  const keyed = /^(.*)-x-k([0-9a-z]+)$/;
  let next = 0;
  // The language of a formula is no property, only an attribute.
  const langOf = (element: Element) => element.getAttribute("lang") ?? "";
  for (const block of root.querySelectorAll<HTMLElement>("[lang*='-x-k']")) {
    const [, language = "", written = ""] = keyed.exec(langOf(block)) ?? [];
    // Chromium tells no language that is also that of the tag around.
    const around = new Set<string>();
    for (let outer = block.parentElement; outer; outer = outer.parentElement)
      if (outer.dataset.key !== undefined) around.add(langOf(outer));
    const isSigned = block.dataset.key !== undefined;
    block.dataset.key ??= written;
    if (isSigned && !around.has(langOf(block))) continue;
    do {
      block.setAttribute("lang", `${language}-x-k${(next % signs).toString(36)}`);
      next += 1;
    } while (around.has(langOf(block)));
  }
}

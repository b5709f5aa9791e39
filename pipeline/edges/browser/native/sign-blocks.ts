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
  for (const block of root.querySelectorAll<HTMLElement>("[lang*='-x-k']")) {
    const [, language = "", written = ""] = keyed.exec(block.lang) ?? [];
    // Chromium tells no language that is also that of the tag around.
    const around = new Set<string>();
    for (let outer = block.parentElement; outer; outer = outer.parentElement)
      if (outer.dataset.key !== undefined) around.add(outer.lang);
    const isSigned = block.dataset.key !== undefined;
    block.dataset.key ??= written;
    if (isSigned && !around.has(block.lang)) continue;
    do {
      block.lang = `${language}-x-k${(next % signs).toString(36)}`;
      next += 1;
    } while (around.has(block.lang));
  }
}

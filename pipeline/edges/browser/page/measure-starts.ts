import type { PageStart } from "../../../publication.js";

/**
 * Measure with which block, and how far into its words, each page begins; undefined where a page shows nothing of the tree.
 *
 * A figure that went behind its paragraph, and a table's head that is repeated, stand before the page's first words in the
 * tree: they begin no page, nor do notes at its foot. A page that shows such things alone begins where the next one does. Runs in
 * the page.
 */
export function measureStarts(): readonly (PageStart | undefined)[] {
  const bare = (text: string) => text.replace(/[\s\u00AD\u200B]/g, "");
  const read = new Map<string, number>();
  const parts: string[] = [];
  let reached: readonly [part: number, block: number] = [-1, -1];
  let end: PageStart | undefined;

  const starts = [...document.querySelectorAll(".pagedjs_page")].map((page) => {
    // Notes at its foot begin no page.
    const area = page.querySelector(".pagedjs_page_content");
    let start: PageStart | undefined;
    let furthest = reached;
    let shows = bare(page.querySelector(".footnotes")?.textContent ?? "") !== "";
    const walker = document.createTreeWalker(area ?? page, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = area && walker.nextNode(); node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      const origin = element?.closest<HTMLElement>("[data-origin]")?.dataset.origin;
      if (!element || origin === undefined || element.closest("[aria-hidden=true]")) continue;
      // A drawing is a picture like any other: what is inside it begins no page.
      const drawing = element.closest("svg");
      if (drawing && node !== drawing) continue;
      const isPicture = element === drawing || element.localName === "img";
      const isText = node.nodeType === Node.TEXT_NODE;
      let text = isText ? bare(node.nodeValue ?? "") : "";
      // Paged.js ends a word that it cut with a hyphen of its own.
      if (element.matches(".pagedjs_hyphen") && !node.nextSibling) text = text.replace(/\u2010$/, "");
      if (isText ? text === "" : !isPicture) continue;
      shows = true;
      const slash = origin.lastIndexOf("/");
      const partId = origin.slice(0, slash);
      if (!parts.includes(partId)) parts.push(partId);
      const place = [parts.indexOf(partId), Number(origin.slice(slash + 1))] as const;
      const isBehind = (than: readonly [number, number]) => place[0] - than[0] || place[1] - than[1];
      const offset = read.get(origin) ?? 0;
      if (!start && isBehind(reached) >= 0) start = { origin, offset };
      if (isBehind(furthest) > 0) furthest = place;
      read.set(origin, offset + text.length);
      end = { origin, offset: offset + text.length };
    }
    reached = furthest;
    return { start, shows };
  });
  const found: (PageStart | undefined)[] = [];
  // From the back: several pages in a row may show such things alone. Behind the last of the text there is but its end.
  let next = end;
  for (const { start, shows } of starts.toReversed()) {
    const own = start ?? (shows ? next : undefined);
    found.unshift(own);
    next = own ?? next;
  }
  return found;
}

import type { PageStart } from "../../../publication.js";
import type { Piece } from "./shared.js";

/**
 * Read with which block, and how far into its words, each page begins; undefined where a page shows nothing of the tree. What
 * went behind a later block begins no page; a page that shows such things alone begins where the next one does, `next` where that is not known here. Runs in the page.
 */
export function readStarts(
  pieces: readonly Piece[],
  pageCount: number,
): readonly (PageStart | "next" | undefined)[] {
  const bare = (text: string) => text.replace(/[\s\u00AD\u200B]/g, "");
  const read = new Map<string, number>();
  const parts = new Map<string, number>();
  const starts: (PageStart | undefined)[] = Array.from({ length: pageCount });
  const shows: boolean[] = Array.from({ length: pageCount });
  const byPage: Piece[][] = Array.from({ length: pageCount }, () => []);
  for (const piece of pieces) byPage[piece.page]?.push(piece);
  let reached: readonly [part: number, block: number] = [-1, -1];

  byPage.forEach((own, page) => {
    let furthest = reached;
    for (const { node, from, to } of own) {
      const element = node instanceof Element ? node : node.parentElement;
      const origin = element?.closest<HTMLElement>("[data-origin]")?.dataset.origin;
      if (origin === undefined || element?.closest("[aria-hidden=true]")) continue;
      const text = node instanceof Text ? bare(node.data.slice(from, to)) : "";
      if (node instanceof Text && text === "") continue;
      shows[page] = true;
      const slash = origin.lastIndexOf("/");
      const partId = origin.slice(0, slash);
      if (!parts.has(partId)) parts.set(partId, parts.size);
      const place = [parts.get(partId) ?? 0, Number(origin.slice(slash + 1))] as const;
      const isBehind = (than: readonly [number, number]) => place[0] - than[0] || place[1] - than[1];
      const offset = read.get(origin) ?? 0;
      if (!starts[page] && isBehind(reached) >= 0) starts[page] = { origin, offset };
      if (isBehind(furthest) > 0) furthest = place;
      read.set(origin, offset + text.length);
    }
    reached = furthest;
  });
  return starts.map((start, page) => start ?? (shows[page] ? (starts[page + 1] ?? "next") : undefined));
}

import type {} from "./shared.js";

/**
 * Install the foot of a page: `div.footnotes`, which grows upward from the end of the column. Runs in the page.
 *
 * Notes are set there as copies, so that a page can be set again.
 */
export function installNoteArea(): void {
  const { quoin } = window;
  const known = new WeakMap<HTMLElement, number>();
  let frame: number | undefined;

  const footOf = (page: HTMLElement): HTMLElement => {
    const area = page.querySelector<HTMLElement>(".pagedjs_footnote_area");
    if (!area) throw new Error("A page has no area for notes");
    area.style.overflow = "visible";
    const found = area.querySelector<HTMLElement>(".footnotes");
    if (found) return found;
    const foot = document.createElement("div");
    foot.className = "footnotes";
    foot.style.flex = "none";
    area.append(foot);
    return foot;
  };
  const heightOf = (element: Element | undefined) => element?.getBoundingClientRect().height ?? 0;

  quoin.measureNotes = (page, notes) => {
    const unknown = notes.filter((note) => !known.has(note));
    if (unknown.length > 0) {
      const foot = footOf(page);
      const copies = unknown.map((note) => note.cloneNode(true) as HTMLElement);
      foot.replaceChildren(...copies);
      for (const [index, note] of unknown.entries()) known.set(note, heightOf(copies[index]));
      frame ??= heightOf(foot) - copies.reduce((sum, copy) => sum + heightOf(copy), 0);
      foot.remove();
    }
    return { heights: notes.map((note) => known.get(note) ?? 0), frame: frame ?? 0 };
  };

  quoin.fillFoot = (page, notes, room) => {
    const { heights, frame } = quoin.measureNotes(page, notes);
    const foot = footOf(page);
    foot.replaceChildren();
    const rest = place(foot, notes, heights, room - frame);
    if (!foot.firstChild) foot.remove();
    return { rest, height: heightOf(foot) };
  };

  function place(
    foot: HTMLElement,
    notes: readonly HTMLElement[],
    heights: readonly number[],
    room: number,
  ): readonly HTMLElement[] {
    let left = room;
    for (const [index, note] of notes.entries()) {
      const copy = note.cloneNode(true) as HTMLElement;
      foot.append(copy);
      left -= heights[index] ?? 0;
      // Heights are sums of fractions.
      if (left > -0.1) continue;
      const rest = quoin.splitNote(copy, left + (heights[index] ?? 0));
      if (!rest) copy.remove();
      return [rest ?? note, ...notes.slice(index + 1)];
    }
    return [];
  }
}

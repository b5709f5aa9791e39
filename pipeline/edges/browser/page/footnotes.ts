import type { BreakToken, PagedChunker, PagePlace, SetPage, TrialPage } from "./shared.js";

/** The text of a page as it was set into a column of some height. */
interface LaidText {
  readonly token: BreakToken | undefined;
  /** Pixels from the top of the column to the end of the text. */
  readonly bottom: number;
  readonly calls: readonly { readonly href: string; readonly bottom: number }[];
}

/**
 * Install footnotes: each at the foot of the page that holds its first call. Runs in the page.
 *
 * The text of a page is set on trial in the whole column; where its calls stand says how high the column may be so that
 * their notes fit below. All notes of a page are whole but the last, which may be cut; what is left goes before all others to the
 * foot of the next page, or to pages of its own where a part ends. Only where no such height exists does a note begin behind the
 * page of its call, and that is reported.
 */
export function installFootnotes(): void {
  const { Paged, quoin } = window;
  const root = document.documentElement;
  const line = Number(root.dataset.line) || Number.parseFloat(getComputedStyle(root).lineHeight) || 18;
  /** So much text a page keeps beside what is left of a note. */
  const leastText = 8 * line;
  /** What a page may lose at most so that a note stays whole. */
  const worthCutting = 2 * line;
  let repeats = 0;
  const folios = new Map<string, string>();
  const references = new Map<string, HTMLElement>();

  const partOf = (node: Node | null | undefined) =>
    (node instanceof Element ? node : node?.parentElement)?.closest("[data-part]");
  const isUnbreakable = (element: Element) => getComputedStyle(element).breakInside === "avoid";
  const addressOf = (note: HTMLElement) => note.dataset.footnote ?? "";

  quoin.setPage = async (page, content, from, maxChars, shorter) => {
    const lay = (reserve: number) => layText(page, content, from, maxChars, reserve);
    const whole = await lay(shorter);
    const top = page.area.getBoundingClientRect().top;
    const height = page.area.getBoundingClientRect().height;
    const finish = (text: LaidText): SetPage & { readonly late: boolean; readonly bottom: number } => {
      const { notes, begun } = notesOf(from, text.calls);
      const filled = quoin.fillFoot(page.element, notes, height + shorter - text.bottom);
      const late = filled.rest.some((note) => !from.rest.includes(note) && isWhole(note));
      const { token, bottom } = text;
      // Where a note stands is said on the page of the call or nowhere.
      const rest = filled.rest.filter((note) => addressOf(note) !== "");
      const free = Math.max(0, height - bottom - filled.height);
      return { token, begun, rest, notesHeight: filled.height, free, late, bottom };
    };
    if (notesOf(from, whole.calls).notes.length === 0) return finish(whole);

    const ends = !whole.token || partOf(whole.token.node) !== partOf(startOf(content, from));
    const lowest = firstBlockBottom(page, top);
    const heights = columnHeights(page, from, whole, height, lowest, ends);
    // A page that is full with what is left of notes has no text at all.
    if (heights.length === 0 && from.rest.length > 0) return setNotesAlone(page, from, height + shorter);
    let best: { readonly set: SetPage; readonly reserve: number; readonly score: number } | undefined;
    let last = shorter;
    for (const [index, { column }] of heights.slice(0, 4).entries()) {
      const reserve = height + shorter - column;
      const text = index === 0 && reserve === last ? whole : await lay(reserve);
      last = reserve;
      if ((!text.token && whole.token) || text.bottom > column + line / 2 || isEmpty(page)) continue;
      const set = finish(text);
      const score = set.bottom + set.notesHeight - (set.late ? 2 * height : 0);
      if (!best || score > best.score) best = { set, reserve, score };
      if (best.score >= (heights[index + 1]?.score ?? 0) - line) break;
    }
    if (best && best.reserve === last) return best.set;
    if (best) return finish(await lay(best.reserve));
    // No column holds its first call and all of its notes: these may wait.
    const least = Math.max(lowest, 2 * line, whole.calls[0]?.bottom ?? 0);
    let text = await lay(Math.max(shorter, height + shorter - least));
    // What is not divided may need more than it covers: a table has a border below its row.
    for (let column = least + line; !firstContent(page) && column < height + line; column += line)
      text = await lay(Math.max(shorter, height + shorter - column));
    return finish(text);
  };

  function setNotesAlone(page: TrialPage, from: PagePlace, room: number): SetPage {
    page.wrapper?.replaceChildren();
    const token = from.token && again(from.token);
    const { rest, height } = quoin.fillFoot(page.element, from.rest, room);
    if (height > 0) return { ...from, token, rest, notesHeight: height, free: 0 };
    // What fits on no page stands on one nevertheless, where it is seen to be too large.
    const { height: whole } = quoin.fillFoot(page.element, from.rest.slice(0, 1), Number.POSITIVE_INFINITY);
    return { ...from, token, rest: from.rest.slice(1), notesHeight: whole, free: 0 };
  }

  /** Copy a place of the text: Paged.js gives up where the same one comes a second time. */
  function again(token: BreakToken): BreakToken {
    const name = `again ${++repeats}`;
    return Object.assign(Object.create(Object.getPrototypeOf(token)), token, { toJSON: () => name });
  }

  async function layText(
    page: TrialPage,
    content: DocumentFragment,
    { token }: PagePlace,
    maxChars: number,
    reserve: number,
  ): Promise<LaidText> {
    page.element.style.setProperty("--pagedjs-footnotes-height", `${reserve}px`);
    const next = await page.layout(content, token || false, maxChars);
    const { area } = page;
    // Chromium may keep a break that is no longer there (see settle.ts).
    if (area.scrollWidth > area.clientWidth) {
      area.style.display = "none";
      void area.offsetHeight;
      area.style.removeProperty("display");
    }
    const { top } = area.getBoundingClientRect();
    const blocks = [...(page.wrapper?.children ?? [])];
    const bottom = Math.max(0, ...blocks.map((block) => block.getBoundingClientRect().bottom - top));
    const calls = [...area.querySelectorAll<HTMLAnchorElement>(".note-call > a")].flatMap((call) => {
      const href = call.getAttribute("href") ?? "";
      return quoin.notes.has(href) ? [{ href, bottom: endOfCall(call, area, top) }] : [];
    });
    return { token: next, bottom, calls };
  }

  /** How far down a column must reach to hold a call: to the end of its line, or of what is not divided around it. */
  function endOfCall(call: Element, area: HTMLElement, top: number): number {
    let bottom = 0;
    for (let element = call.parentElement; element && element !== area; element = element.parentElement) {
      if (isUnbreakable(element)) bottom = element.getBoundingClientRect().bottom - top;
    }
    if (bottom > 0) return bottom;
    const box = call.getBoundingClientRect();
    return (Math.floor(((box.top + box.bottom) / 2 - top) / line) + 1) * line;
  }

  /** Find the first text or picture of a page; the head of a table is none, whose first row it must stand with. */
  function firstContent({ area }: TrialPage): Node | null {
    const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
      node instanceof Element && node.matches("thead")
        ? NodeFilter.FILTER_REJECT
        : (node instanceof Text && node.data.trim() !== "") ||
            (node instanceof Element && /^(?:img|svg)$/.test(node.localName))
          ? NodeFilter.FILTER_ACCEPT
          : NodeFilter.FILTER_SKIP,
    );
    return walker.nextNode();
  }

  function firstBlockBottom(page: TrialPage, top: number): number {
    let bottom = 0;
    for (let each = firstContent(page); each && each !== page.area; each = each.parentNode) {
      if (each instanceof Element && isUnbreakable(each)) bottom = each.getBoundingClientRect().bottom - top;
    }
    return bottom;
  }

  /**
   * List the notes that a page owes when its text holds these calls. A note whose first call is past only says where it stands, and
   * stands before the new ones, as its number does.
   */
  function notesOf(from: PagePlace, calls: LaidText["calls"]): { notes: HTMLElement[]; begun: Set<string> } {
    const begun = new Set(from.begun);
    const here = new Set(from.rest.map(addressOf));
    const references: HTMLElement[] = [];
    const first: HTMLElement[] = [];
    for (const { href } of calls) {
      const note = quoin.notes.get(href);
      if (!note || here.has(href)) continue;
      here.add(href);
      if (begun.has(href)) references.push(referenceTo(note));
      else first.push(note);
      begun.add(href);
    }
    return { notes: [...from.rest, ...references, ...first], begun };
  }

  function referenceTo(note: HTMLElement): HTMLElement {
    const folio = folios.get(addressOf(note)) ?? "0";
    const key = `${addressOf(note)} ${folio}`;
    const known = references.get(key);
    if (known) return known;
    const reference = document.createElement("p");
    reference.className = "note footnote note-again";
    const number = document.createElement("span");
    number.className = "note-number";
    number.textContent = `${note.dataset.number}.`;
    reference.append(number, ` ${(root.dataset.seePage ?? "").replace("{n}", folio)}`);
    references.set(key, reference);
    return reference;
  }

  /** List the heights that a column of text may have, the best first. */
  function columnHeights(
    page: TrialPage,
    from: PagePlace,
    whole: LaidText,
    height: number,
    lowest: number,
    ends: boolean,
  ): { readonly column: number; readonly score: number }[] {
    const found: { column: number; score: number }[] = [];
    const slack = height % line;
    for (let column = height; column >= Math.max(line, lowest); column -= line) {
      const calls = whole.calls.filter(({ bottom }) => bottom <= column);
      const score = judge(column, calls);
      if (score !== undefined) found.push({ column, score });
    }
    return found.sort((a, b) => b.score - a.score);

    function judge(column: number, calls: LaidText["calls"]): number | undefined {
      const { notes } = notesOf(from, calls);
      const { heights, frame } = quoin.measureNotes(page.element, notes);
      const text = Math.min(column - slack, whole.bottom);
      const shortage = column < Math.min(whole.bottom, 5 * line) ? 5 * line : 0;
      // The next page would begin with the same call, and nothing would be won.
      if (notes.length === 0) return shortage > 0 ? undefined : text;
      const room = height - column;
      const wanted = heights.reduce((sum, each) => sum + each, frame);
      if (wanted <= room) return text + wanted - shortage;
      // The last note is cut, with two lines here at least and two behind.
      const last = heights.at(-1) ?? 0;
      const isRest = notes.length === from.rest.length;
      if (last < 4 * 0.75 * line || wanted - last + 2 * line > room) return undefined;
      if (isRest && column > leastText) return undefined;
      const endsHere = ends && column >= whole.bottom;
      // The more of a note stands with its call, the better.
      const rest = isRest ? 0 : (wanted - room) / 100;
      return text + room - worthCutting - shortage - rest - (endsHere ? height : 0);
    }
  }

  function isWhole(note: HTMLElement): boolean {
    return note === quoin.notes.get(addressOf(note));
  }

  function isEmpty({ area }: TrialPage): boolean {
    const heads = [...area.querySelectorAll("thead[aria-hidden]")].map(({ textContent }) => textContent);
    return area.textContent?.trim() === heads.join("").trim() && !area.querySelector("img, svg");
  }

  function startOf(content: DocumentFragment, { token }: PagePlace): Node | null | undefined {
    return token ? token.node : content.querySelector("[data-part]");
  }

  Paged.registerHandlers(
    class extends Paged.Handler {
      async afterPageLayout(
        element: HTMLElement,
        page: TrialPage,
        token: BreakToken | undefined,
        chunker: PagedChunker,
      ) {
        if (page.blank || !page.wrapper) return;
        // The handlers behind this one number the page first.
        await Promise.resolve();
        tellFolios(element, chunker.pages.length - 1);
        const part = [...element.querySelectorAll("[data-part]")].at(-1) as HTMLElement | undefined;
        const next = partOf(token?.node) as HTMLElement | undefined;
        const goesOn = isEmpty(page) || (token && next?.dataset.part === part?.dataset.part);
        while (!goesOn && quoin.place.rest.length > 0) await addNotesPage(chunker);
      }
    },
  );

  function tellFolios(page: HTMLElement, index: number): void {
    for (const note of page.querySelectorAll<HTMLElement>("[data-footnote]:not([data-rest])")) {
      folios.set(addressOf(note), page.dataset.folio ?? "");
    }
    for (const note of quoin.place.rest.filter(isWhole)) {
      if (
        quoin.late.some(({ number, place }) => number === note.dataset.number && place === note.dataset.place)
      )
        continue;
      const { number = "", place = "" } = note.dataset;
      quoin.late.push({ number, place, page: index });
    }
  }

  /** Add a page for what is left of notes behind the text of a part. */
  async function addNotesPage(chunker: PagedChunker): Promise<void> {
    const page = chunker.addPage();
    const { beforePageLayout, afterPageLayout, finalizePage } = chunker.hooks;
    await beforePageLayout.trigger(page, undefined, undefined, chunker);
    const { height } = page.area.getBoundingClientRect();
    const { rest, begun } = setNotesAlone(page, { ...quoin.place, token: undefined }, height);
    quoin.place = { rest, begun };
    await afterPageLayout.trigger(page.element, page, undefined, chunker);
    await finalizePage.trigger(page.element, page, undefined, chunker);
    tellFolios(page.element, chunker.pages.length - 1);
  }
}

import type { Box, Exhibit, PageWord, PdfPage, PdfReading } from "./edition.js";
import { withoutFurniture } from "./furniture.js";
import { type MarkedContent, markedContent, plain } from "./marked-content.js";
import type { RawPdf, RawRun } from "./raw-pdf.js";
import { splitWords, uncounted, withoutCalls } from "./split-words.js";

/** Make of a PDF what is compared: its words in reading order, its notes, figures and destinations. */
export function readPdf({ pages: raw, destinations }: RawPdf): PdfReading {
  const isTagged = raw.some(({ tags }) => tags !== null);
  const shown = isTagged ? raw : withoutFurniture(raw);
  const notes: { number: string; text: string; page: string }[] = [];
  const exhibits: Exhibit[] = [];
  const state = { block: 0, section: "", isOpen: false };
  const pages = shown.map((page, index): PdfPage => {
    const label = page.label ?? String(index + 1);
    const words: PageWord[] = [];
    const pieces = page.tags ? markedContent(page.tags) : [untagged];
    const runs = runsByMark(page.runs, page.tags !== null);
    // A paragraph that a page's end cuts goes on.
    let block: number | undefined = state.isOpen ? pieces[0]?.block : undefined;
    for (const piece of pieces) {
      const text = piece.runs(runs);
      if (piece.block !== block) state.block++;
      block = piece.block;
      if (piece.heading && piece.opens) state.section = "";
      if (piece.kind === "exhibit" && piece.opens) exhibits.push(exhibitFrom(piece, label));
      if (piece.kind === "number") {
        const number = plainText(text).match(/[\p{L}\d]+/u)?.[0] ?? "";
        if (piece.note && number !== "") notes.push({ number, text: "", page: label });
        continue;
      }
      if (piece.kind === "exhibit" || isCall(piece, plainText(text))) continue;
      if (piece.heading) state.section = `${state.section} ${plainText(text)}`.trim();
      const before = words.length;
      addWords(words, text, { ...state, label, counted: piece.reference || piece.caption });
      const said = words
        .slice(before)
        .map((word) => word.text)
        .join(" ");
      const note = piece.note ? notes.at(-1) : undefined;
      if (note) note.text = `${note.text} ${said}`.trim();
      const exhibit = piece.caption ? exhibits.at(-1) : undefined;
      if (exhibit) exhibits[exhibits.length - 1] = withCaption(exhibit, said);
    }
    state.isOpen = words.length === 0 ? state.isOpen : !/[.!?…:]["”’»)\]]*$/.test(words.at(-1)?.text ?? "");
    const { width, height } = page;
    const said = new Set(page.runs);
    const furniture = (raw[index]?.runs ?? [])
      .filter((run) => run.isArtifact || !said.has(run))
      .map((run) => boxOf(run, run.text, 0, []));
    return { label, width, height, words, furniture };
  });
  return {
    pages,
    isTagged,
    notes,
    exhibits: exhibits.map(labelled),
    destinations: new Map(destinations),
    links: [...new Set(raw.flatMap(({ links }) => links))],
  };
}

const untagged: MarkedContent = { ...plain, opens: false, runs: (all) => all.get("") ?? [] };

function runsByMark(runs: readonly RawRun[], isTagged: boolean): ReadonlyMap<string, readonly RawRun[]> {
  const byMark = new Map<string, RawRun[]>();
  for (const run of runs) {
    if (run.isArtifact) continue;
    const mark = isTagged ? run.mark : "";
    const found = byMark.get(mark);
    if (found) found.push(run);
    else byMark.set(mark, [run]);
  }
  return byMark;
}

/** A link that is a raised number or an arrow and nothing else belongs to the machinery of notes. */
function isCall({ reference }: MarkedContent, text: string): boolean {
  return reference && /^[\d\u00b9\u00b2\u00b3\u2070\u2074-\u2079↑↩]+\p{Ll}?$/u.test(text.trim());
}

interface Setting {
  readonly block: number;
  readonly section: string;
  readonly label: string;
  readonly counted: boolean;
}

/** Add the words of some runs, those that a line's end cut joined. */
function addWords(
  words: PageWord[],
  runs: readonly RawRun[],
  { block, section, label, counted }: Setting,
): void {
  let isGlued = false;
  let isCut = false;
  runs.forEach((run, at) => {
    const isSmall = run.size < 0.8 * (runs[at - 1]?.size ?? run.size) && /^\s*\d+\s*$/.test(run.text);
    const pieces = isSmall ? [] : splitWords(withoutCalls(run.text));
    pieces.forEach((piece, i) => {
      const last = words.at(-1);
      const key = counted ? uncounted(piece) : piece;
      const box = boxOf(run, piece, i, pieces);
      if (i === 0 && last && (isCut || (isGlued && !/^\s/.test(run.text)))) {
        const text = isCut ? last.text.replace(/[-\u2010]$/, "") + piece : last.text + piece;
        const bare = isCut || last.bare !== undefined ? { bare: text.replace(/[-\u2010]/g, "") } : {};
        words[words.length - 1] = { ...last, text, key: isCut ? text : last.key + key, ...bare };
      } else words.push({ text: piece, key, block, section, page: label, box });
      isCut = false;
    });
    if (run.text.trim() !== "" && !isSmall) isGlued = !/\s$/.test(run.text);
    else if (/\s/.test(run.text)) isGlued = false;
    if (run.ends) {
      isCut = isCut || (/\p{L}[-\u2010]$/u.test(words.at(-1)?.text ?? "") && isGlued);
      isGlued = false;
    }
  });
}

/** Where a word stands in its run, which says how wide it is and not how wide its letters are. */
function boxOf(run: RawRun, piece: string, index: number, pieces: readonly string[]): Box {
  let at = 0;
  for (const each of pieces.slice(0, index)) at = run.text.indexOf(each, at) + each.length;
  const start = Math.max(0, run.text.indexOf(piece, at));
  const unit = run.width / Math.max(1, widthOf(run.text));
  return {
    left: run.x + widthOf(run.text.slice(0, start)) * unit,
    top: run.y - run.size * 0.8,
    width: widthOf(piece) * unit,
    height: run.size * 1.1,
  };
}

/** The width of text in letters of usual width, as text faces have them. */
function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += narrow.test(letter) ? 0.55 : wide.test(letter) ? 1.5 : 1;
  return width;
}

const narrow = /[\sfijlrt.,;:!|'’‘()[\]-]/;
const wide = /[mwMWQ—]/;

function plainText(runs: readonly RawRun[]): string {
  return runs
    .map(({ text, ends }) => text + (ends ? " " : ""))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

function exhibitFrom({ alt }: MarkedContent, page: string): Exhibit {
  return { id: "", label: "", caption: alt, page, picture: "" };
}

function withCaption(exhibit: Exhibit, said: string): Exhibit {
  return { ...exhibit, label: `${exhibit.label} ${said}`.trim() };
}

/** Part `Figure 2. The years.` into label and caption; what has no caption is known by what is said in its stead. */
function labelled(exhibit: Exhibit): Exhibit {
  const [, label, caption] = /^(\S+ [\dIVX.]*\d)[.:] (.*)$/s.exec(exhibit.label) ?? [];
  if (label === undefined) return { ...exhibit, label: "", caption: exhibit.label || exhibit.caption };
  return { ...exhibit, label, caption: caption ?? "" };
}

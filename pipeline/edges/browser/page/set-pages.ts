import type { SetPages } from "./shared.js";
import type {} from "./steps.js";

/** The faces that pages are set in, as `awaitResources` is told them. */
interface UsedFaces {
  readonly faces: readonly string[];
}

/**
 * Set the loaded document into pages and measure them. Runs in the page.
 *
 * `page-limit` where more than `limit` pages would be needed; `face-late` where only the used faces were waited for, and one more
 * is used on the pages alone, in a running head perhaps: it was not there while they were measured.
 */
export async function setPages(
  limit: number,
  faces: string,
): Promise<(SetPages & UsedFaces) | "page-limit" | "face-late"> {
  const { steps } = window;
  const ready = new Set([...document.fonts].filter(({ status }) => status === "loaded"));
  const footnotes = steps.prepare();
  steps.setEditionApart();
  await steps.atPageWidth((height) => {
    steps.breakWideTables();
    steps.fitTables(height);
    steps.fillBeforeFullPages(height);
    steps.fitFigures(height);
    steps.breakLadders();
  });
  steps.installNumbering();
  steps.installPlainFirstLetters();
  steps.installPageSetting();
  steps.installPageFilling();
  steps.installRepeatedHeads();
  steps.installWholeWords();
  steps.installKeptChains();
  steps.installExactBreaks();
  steps.installLineBreaks();
  if (footnotes > 0) {
    steps.installNoteSplitting();
    steps.installNoteArea();
    steps.installFootnotes();
  }
  const pages = await steps.paginate(limit, faces);
  if (!pages) return "page-limit";
  const isLate = (face: FontFace) => face.status !== "unloaded" && !ready.has(face);
  if (faces === "used" && [...document.fonts].some(isLate)) return "face-late";
  steps.settle();
  steps.dropSoftHyphens();
  const problems = [...steps.compareText(), ...steps.findOverflow()];
  const used = [...document.fonts].filter(({ status }) => status === "loaded");
  const places = { ...steps.measure(), starts: steps.measureStarts() };
  steps.standInForTargets();
  return {
    pages,
    problems,
    ...places,
    late: window.quoin.late,
    faces: used.map(({ family, style, weight }) => `${family} ${style} ${weight}`),
  };
}

import { PDFStream } from "@cantoo/pdf-lib";
import type { OutputCondition } from "../../../../publication.js";
import { openCondition } from "../../press/colour/convert-colours.js";
import { loadVips } from "../../press/colour/vips.js";
import type { Placement } from "../../press/images/placements.js";
import type { Box } from "../../press/sheet/sheet.js";
import type { XFacts } from "../../x/facts.js";
import type { Picture } from "../raster/picture.js";
import type { BegunPlates } from "./begun-plates.js";
import { mixingFor } from "./mixing.js";
import { resolution } from "./plate-files.js";
import { makePlates, printedBox } from "./plates.js";
import { Proof } from "./proof.js";
import type { PlateReading } from "./read-plates.js";
import { type PlateSharing, sharePages } from "./share-pages.js";

/** The ink on a page. */
export interface PageInk {
  /** Those that it is printed with. */
  readonly inks: readonly string[];
  /** The most of all inks together, in per cent, over a square millimetre, and where that is, in points. */
  readonly most: number;
  readonly box: Box;
  /** Where there is more than the limit, the largest place first. */
  readonly excesses: readonly { readonly most: number; readonly box: Box; readonly millimetres: number }[];
}

/** The ink of a document, page by page. */
export interface InkFacts {
  readonly pages: readonly PageInk[];
  /** Each page as it would look on paper; none where none are wanted. */
  readonly pictures: readonly Picture[];
  /** Images that are not measured. */
  readonly unread: ReadonlySet<PDFStream>;
}

/** What is asked of a measurement. */
export interface InkWork extends Omit<PlateSharing, "onReading" | "begun"> {
  readonly output: OutputCondition;
  /** Where a second thread makes the plates. */
  readonly begun?: BegunPlates | undefined;
}

/**
 * Measure the ink on every page, within its bleed, from its plates; some 0.05 s a page. Takes the document to pieces as
 * `makePlates` does, where plates were not begun.
 */
export async function readInks(
  facts: XFacts,
  placements: readonly Placement[],
  work: InkWork,
): Promise<InkFacts> {
  const vips = await loadVips();
  const condition = openCondition(vips, work.output);
  const images = byNumber(facts);
  const plates = work.begun
    ? await work.begun.plates
    : await makePlates(facts, placements, { vips, condition, mix: mixingFor(condition) });
  const pages: PageInk[] = [];
  const proof = new Proof(condition);
  await sharePages(plates, {
    ...work,
    onReading(page, reading) {
      const boxes = facts.pages[page]?.boxes;
      const inks = plates.pages[page]?.inks;
      if (boxes && inks) pages[page] = toPageInk(inks, reading, printedBox(boxes));
      if (reading.drawn) proof.add(page, reading.drawn);
    },
  });
  const unread = new Set(plates.unread.flatMap((number) => images.get(number) ?? []));
  return { pages, pictures: proof.end(), unread };
}

/** The images of a document by their numbers, which are the same for whoever opens it. */
function byNumber({ pdf, painted }: XFacts): ReadonlyMap<string, PDFStream> {
  const images = new Map<string, PDFStream>();
  for (const [ref, object] of pdf.context.enumerateIndirectObjects())
    if (object instanceof PDFStream && painted.images.has(object)) images.set(ref.tag, object);
  return images;
}

function toPageInk(
  inks: readonly string[],
  { most, at, excesses }: PlateReading,
  [left, , , top]: Box,
): PageInk {
  const scale = 72 / resolution;
  const toBox = ([x, y, right, bottom]: readonly number[]): Box => [
    left + (x ?? 0) * scale,
    top - (bottom ?? 0) * scale,
    left + (right ?? 0) * scale,
    top - (y ?? 0) * scale,
  ];
  const area = (25.4 / resolution) ** 2;
  return {
    inks,
    most,
    box: toBox([at[0] - 1, at[1] - 1, at[0] + 2, at[1] + 2]),
    excesses: excesses.map((excess) => ({
      most: excess.most,
      box: toBox(excess.box),
      millimetres: excess.area * area,
    })),
  };
}

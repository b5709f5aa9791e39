import type { PDFStream } from "@cantoo/pdf-lib";
import type { OutputCondition } from "../../../../publication.js";
import { openCondition } from "../../press/colour/convert-colours.js";
import { loadVips } from "../../press/colour/vips.js";
import type { Placement } from "../../press/images/placements.js";
import type { Box } from "../../press/sheet/sheet.js";
import type { XFacts } from "../../x/facts.js";
import type { Picture } from "../raster/picture.js";
import { mixingFor } from "./mixing.js";
import { makePlates, printedBox, resolution } from "./plates.js";
import { Proof } from "./proof.js";
import { type PlateReading, readPlates } from "./read-plates.js";

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
export interface InkWork {
  readonly output: OutputCondition;
  /** Per cent. */
  readonly limit: number;
  readonly pictures: "wanted" | "none";
  /** Awaited after each page. */
  readonly onPage: (done: number, total: number) => Promise<unknown>;
}

/**
 * Measure the ink on every page, within its bleed, from its plates; some 0.05 s a page. Takes the document to pieces as
 * `makePlates` does.
 */
export async function readInks(
  facts: XFacts,
  placements: readonly Placement[],
  work: InkWork,
): Promise<InkFacts> {
  const vips = await loadVips();
  const condition = openCondition(vips, work.output);
  const mix = mixingFor(condition);
  const plates = await makePlates(facts, placements, { vips, condition, mix });
  try {
    const pages: PageInk[] = [];
    const proof = new Proof(condition);
    for (const [index, { boxes }] of facts.pages.entries()) {
      const reading = readPlates(plates, index, work);
      pages.push(toPageInk(plates.ofPage(index), reading, printedBox(boxes)));
      if (reading.drawn) proof.add(index, reading.drawn);
      await work.onPage(index + 1, facts.pages.length);
    }
    return { pages, pictures: proof.end(), unread: plates.unread };
  } finally {
    plates.close();
  }
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

import type { OutputCondition } from "../../../../publication.js";
import { hoistInlineImages } from "../../content/hoist-inline-images.js";
import { loadPdf } from "../../load-pdf.js";
import { openCondition } from "../../press/colour/convert-colours.js";
import { loadVips } from "../../press/colour/vips.js";
import { placementsOf } from "../../press/images/placements.js";
import { survey } from "../../press/survey.js";
import { readPage } from "../../x/facts.js";
import { RenderingError } from "../raster/pdfium.js";
import { mixingFor } from "./mixing.js";
import type { PlateFiles } from "./plate-files.js";
import { makePlates } from "./plates.js";
import type { PlateWork } from "./read-plates.js";
import { type PageTold, takePages } from "./take-pages.js";

/** A document of which a second thread makes plates, as data. */
export interface PlatesTask extends PlateWork {
  readonly bytes: Uint8Array;
  readonly output: OutputCondition;
  /** The page, from 0, that nobody has taken yet, in memory that all who read pages share. */
  readonly next: Int32Array;
}

/** What is told of it: the plates, then what each page that was taken came to, or why none can be. */
export type PlatesTold = { readonly plates: PlateFiles } | PageTold | { readonly unrenderable: string };

/** Make the plates of a document, tell of them, and read pages as `takePages` does. */
export async function plateDocument(
  { bytes, output, ...task }: PlatesTask,
  tell: (told: PlatesTold) => unknown,
): Promise<void> {
  const plates = await platesOf(bytes, output);
  tell({ plates });
  try {
    await takePages({ ...plates, ...task }, tell);
  } catch (error) {
    // What is thrown here arrives without its class.
    if (!(error instanceof RenderingError)) throw error;
    tell({ unrenderable: error.message });
  }
}

/** All that they are made from is let go before they are read. */
async function platesOf(bytes: Uint8Array, output: OutputCondition): Promise<PlateFiles> {
  const [pdf, vips] = await Promise.all([loadPdf(bytes), loadVips()]);
  hoistInlineImages(pdf);
  const painted = survey(pdf);
  const condition = openCondition(vips, output);
  const pages = pdf.getPages().map(readPage);
  return makePlates({ pdf, painted, pages }, placementsOf(painted), {
    vips,
    condition,
    mix: mixingFor(condition),
  });
}

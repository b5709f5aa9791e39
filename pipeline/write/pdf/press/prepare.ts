import type { PressProfile } from "../../../publication.js";
import { loadPdfium } from "../preflight/raster/pdfium.js";
import { lightnessOfBlack, openCondition } from "./colour/convert-colours.js";
import { loadVips } from "./colour/vips.js";

/**
 * Load what a press edition is made with, and let the engine compile it: a second of the processor, for the time in which the
 * browser works alone.
 */
export async function prepare({ output }: Pick<PressProfile, "output">): Promise<void> {
  const [vips] = await Promise.all([loadVips(), loadPdfium(), import("./press.js")]);
  // The first conversion of all takes longer than those that follow.
  if (output) lightnessOfBlack(openCondition(vips, output));
}

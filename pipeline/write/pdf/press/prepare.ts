import type { PressProfile } from "../../../publication.js";
import { loadPdfium } from "../preflight/raster/pdfium.js";
import { convertColours, openCondition } from "./colour/convert-colours.js";
import { loadVips } from "./colour/vips.js";

/**
 * Load what a press edition is made with, and let the engine compile it: a second of the processor, for the time in which the
 * browser works alone.
 */
export async function prepare({ output }: Pick<PressProfile, "output">): Promise<void> {
  const [vips] = await Promise.all([loadVips(), loadPdfium(), import("./press.js")]);
  // The first conversion of all starts threads and takes five times as long as those that follow.
  if (output) convertColours(openCondition(vips, output), [[0, 0, 0]], 400);
}

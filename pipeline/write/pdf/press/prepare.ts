import type { PressProfile, Tools } from "../../../publication.js";
import { loadPdfium } from "../preflight/raster/pdfium.js";
import { lightnessOfBlack, openCondition } from "./colour/convert-colours.js";
import { loadVips } from "./colour/vips.js";

/**
 * Load what a press edition is made with, and let the engine compile it: a second of the processor, for the time in which the
 * browser works alone.
 */
export async function prepare(
  { output }: Pick<PressProfile, "output">,
  loadOptimised: Tools["loadOptimised"] = (load) => load(),
): Promise<void> {
  // Alone: what else is loaded meanwhile would be optimised as well.
  await loadOptimised(loadPdfium);
  const [vips] = await Promise.all([loadVips(), import("./press.js")]);
  // The first conversion of all takes longer than those that follow.
  if (output) lightnessOfBlack(openCondition(vips, output));
}

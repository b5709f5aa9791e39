import type {} from "../page/steps.js";
import type { Measured } from "./shared.js";

/** Write numbers where the document names pages, from what all runs measured, and measure this one again. Runs in the page. */
export function fillColumns(measured: Measured): Measured {
  const { steps, quoinRun } = window;
  const { all, parts, sheet } = quoinRun;
  if (!sheet) throw new Error("A run is numbered before it is laid out");
  steps.placeParts(all, measured, sheet);
  const pages = steps.numberColumns(all, sheet);
  steps.fillNumbers({ all, parts, pages, targets: measured.targets }, sheet);
  return steps.measureRun();
}

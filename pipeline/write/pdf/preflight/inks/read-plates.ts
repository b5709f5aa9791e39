import type { Raster } from "../raster/pdfium.js";
import { type Coverage, measure } from "./coverage.js";
import { type Drawn, drawn } from "./drawn.js";
import { overlay } from "./overlay.js";
import type { Plates } from "./plates.js";
import { reachOf } from "./reach.js";

/** What is read from the plates of one page, in pixels. */
export interface PlateReading extends Coverage {
  /** Where pictures are wanted. */
  readonly drawn?: Drawn;
}

/** What is asked of plates. */
export interface PlateWork {
  /** Per cent. */
  readonly limit: number;
  readonly pictures: "wanted" | "none";
}

/** Read the plates of a page, from 0. */
export function readPlates(plates: Plates, page: number, { limit, pictures }: PlateWork): PlateReading {
  const rendered = new Map<string, Raster>(plates.ofPage(page).map((ink) => [ink, plates.render(ink, page)]));
  const size = plates.sizeOf(page);
  const reach = reachOf([...rendered.values()], size);
  const coverage = measure([...rendered.values()], reach, limit);
  return pictures === "wanted" ? { ...coverage, drawn: drawn(overlay(rendered, size, reach)) } : coverage;
}

import type { Rendering } from "../raster/pdfium.js";
import { type Coverage, measure } from "./coverage.js";
import { type Drawn, drawn } from "./drawn.js";
import { overlay } from "./overlay.js";
import { type PlatedPage, resolution } from "./plate-files.js";
import { type Plate, reachOf, toPlate } from "./reach.js";

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

/** Read the plates of a page, from 0, which are open in the renderer. */
export function readPlates(
  plates: ReadonlyMap<string, Rendering>,
  page: number,
  { inks, ...size }: PlatedPage,
  { limit, pictures }: PlateWork,
): PlateReading {
  const rendered = new Map<string, Plate>();
  for (const ink of inks) {
    const raster = plates.get(ink)?.render(page, resolution, "grey");
    if (!raster) throw new Error(`There is no plate for ${ink}`);
    rendered.set(ink, toPlate(raster));
  }
  const reach = reachOf([...rendered.values()], size);
  const coverage = measure([...rendered.values()], reach, limit);
  return pictures === "wanted" ? { ...coverage, drawn: drawn(overlay(rendered, size, reach)) } : coverage;
}

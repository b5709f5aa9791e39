import type { PressProfile, Spooled, StartThread } from "../../../../publication.js";
import { isHeavy } from "../../heavy.js";
import { RenderingError } from "../raster/pdfium.js";
import { rounding } from "../rules/ink.js";
import type { BegunPlates } from "./begun-plates.js";
import type { PlatesTask, PlatesTold } from "./plate-document.js";
import type { PlateFiles } from "./plate-files.js";
import type { PageTold } from "./take-pages.js";

/** Pages from which on a thread is worth that it must open the document, and load the renderer, too. */
const worthwhile = 100;

/** What plates are begun for. */
export interface PlatesWanted {
  /** Of the document, as far as anybody knows. */
  readonly pages: number;
  readonly profile: PressProfile;
  readonly pictures: "wanted" | "none";
  readonly startThread?: StartThread | undefined;
}

/** What ink is measured against, more than so many per cent being too much; undefined where a profile's colours are no inks. */
export function inkMeasuring({ output, colour, inkLimit }: PressProfile) {
  return output && colour === "cmyk" ? { output, limit: inkLimit + rounding } : undefined;
}

/**
 * Begin to make the plates of a document on a thread of its own, while its facts are read here; undefined where there is no ink to
 * measure, and where one thread is done with it sooner, or with less memory. Whoever begins them stops them.
 */
export function beginPlates(
  file: Spooled,
  { pages, profile, pictures, startThread }: PlatesWanted,
): BegunPlates | undefined {
  const measuring = inkMeasuring(profile);
  if (!measuring || !startThread || pages < worthwhile || isHeavy(file)) return undefined;
  const next = new Int32Array(new SharedArrayBuffer(4));
  const waiting: PageTold[] = [];
  let hear = (told: PageTold): void => void waiting.push(told);
  let made = (_: PlateFiles): void => undefined;
  let unrenderable: string | undefined;
  let failed = (_: unknown): void => undefined;
  const plates = new Promise<PlateFiles>((resolve, reject) => {
    [made, failed] = [resolve, reject];
  });
  const task: PlatesTask = { ...measuring, bytes: file.read(), pictures, next };
  const thread = startThread("plates", task, (told: PlatesTold) => {
    if ("plates" in told) made(told.plates);
    else if ("unrenderable" in told) unrenderable = told.unrenderable;
    else hear(told);
  });
  const ended = thread.ended.then(() => {
    if (unrenderable !== undefined) throw new RenderingError(unrenderable);
  });
  ended.catch(failed);
  // Whoever stops before they are made has a reason of his own.
  plates.catch(() => undefined);
  return {
    plates,
    ended,
    next,
    listen(listener) {
      hear = listener;
      for (const told of waiting.splice(0)) listener(told);
    },
    stop: thread.stop,
  };
}

import type { Place, PressProfile } from "../../../publication.js";
import type { Placement } from "../press/images/placements.js";
import type { Box } from "../press/sheet/sheet.js";
import type { XFacts } from "../x/facts.js";
import type { InkFacts } from "./inks/read-inks.js";
import type { Character } from "./raster/characters.js";
import type { Paint } from "./scan/paint.js";

/** How a printer takes it: the file comes back, or it is printed and somebody may be sorry. */
export type Gravity = "refusal" | "doubt";

/** One breach of what a printer asks. */
export interface Breach {
  readonly gravity: Gravity;
  /** What breaks it, in few words. */
  readonly detail: string;
  /** From 0, where it is on one. */
  readonly page?: number | undefined;
  /** Where on the page, in points from the lower left corner of the user space. */
  readonly box?: Box | undefined;
  /** The paint that it is about, by its order on the page. */
  readonly order?: number | undefined;
  /** The image that it is about, by its order among the images of the page. */
  readonly image?: number | undefined;
  /** Where the manuscript has what is printed there; known of quoin's own files alone, while they are made. */
  readonly place?: Place | undefined;
}

/** What the rules look at; read once for all of them. */
export interface PressFacts {
  readonly x: XFacts;
  readonly placements: readonly Placement[];
  /** By page, in the order of painting. */
  readonly paints: readonly (readonly Paint[])[];
  /** By page, those that stand so near to the trim that a profile may ask for more. */
  readonly characters: readonly (readonly Character[])[];
}

/** The same, but for text, with the ink on the pages, which is measured last: that takes the document to pieces. */
export interface InkedFacts extends Omit<PressFacts, "characters"> {
  readonly ink: InkFacts;
}

/** One demand of a printer's profile. */
export interface Rule<Facts = PressFacts> {
  /** `image-resolution`. */
  readonly id: string;
  /** What a profile asks by it; undefined where it asks nothing. */
  readonly asks: (profile: PressProfile) => string | undefined;
  /** The rule of PDF/X that asks the same, where the standard has it. */
  readonly sameAs?: string;
  readonly find: (facts: Facts, profile: PressProfile) => Iterable<Breach>;
}

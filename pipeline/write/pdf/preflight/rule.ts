import type { Place, PressProfile } from "../../../publication.js";
import type { Placement } from "../press/images/placements.js";
import type { Box } from "../press/sheet/sheet.js";
import type { XFacts } from "../x/facts.js";

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
  /** Where the manuscript has what is printed there; known of quoin's own files alone, while they are made. */
  readonly place?: Place | undefined;
}

/** What the rules look at; read once for all of them. */
export interface PressFacts {
  readonly x: XFacts;
  readonly placements: readonly Placement[];
}

/** One demand of a printer's profile. */
export interface Rule {
  /** `image-resolution`. */
  readonly id: string;
  /** What a profile asks by it; undefined where it asks nothing. */
  readonly asks: (profile: PressProfile) => string | undefined;
  /** The rule of PDF/X that asks the same, where the standard has it. */
  readonly sameAs?: string;
  readonly find: (facts: PressFacts, profile: PressProfile) => Iterable<Breach>;
}

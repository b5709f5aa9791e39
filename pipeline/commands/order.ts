import type { Store } from "../edges/cache/store.js";
import type { Told } from "../progress/course.js";
import type { Edition } from "../publication.js";
import type { Limits } from "./limits.js";

/** What is to be built, and with what. */
export interface Order {
  readonly folder: string;
  readonly out: string;
  readonly wanted: readonly Edition[];
  readonly progress: (told: Told) => void;
  /** Makes room for a line that stays. */
  readonly clear: () => void;
  readonly cache: Store | undefined;
  readonly limits: Limits;
}

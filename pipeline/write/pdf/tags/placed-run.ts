import type { Run } from "../content/painted.js";

/** A run of text on its page. */
export interface PlacedRun {
  readonly page: number;
  readonly run: Run;
}

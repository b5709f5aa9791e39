import type { Tools } from "../../publication.js";

/** What finishing may use: a second thread for its part of what is long, pauses, in which an interruption is heard, and a place for the file. */
export type Finishing = Partial<Pick<Tools, "aside" | "pause" | "spool">>;

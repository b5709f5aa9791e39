import type { Tools } from "../../publication.js";

/** What finishing may use: a second thread for its part of what is long, and pauses, in which an interruption is heard. */
export type Finishing = Partial<Pick<Tools, "aside" | "pause">>;

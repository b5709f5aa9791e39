import type { Spooled } from "./spool.js";

/** How much of a stage an earlier run had done: its result was kept, or something that it is made of. */
export type Cached = "whole" | "in part";

/** A stretch of the work, and how long it took. */
export interface Stage {
  readonly name: string;
  readonly ms: number;
  readonly cached?: Cached;
}

/** What a run keeps for later ones: facts that JSON can hold, and files. */
export interface Kept {
  readonly facts: unknown;
  readonly files: readonly Spooled[];
}

/** What earlier runs kept, found again by a key that says all that it was made of. */
export interface Cache {
  /** Undefined where nothing is kept, or nothing whole. */
  get(key: string): Promise<Kept | undefined>;
  /** Where the disk refuses, nothing is kept: that costs time, and no more. */
  put(key: string, kept: Kept): Promise<void>;
}

import type { Result } from "../report.js";

/** What a command has to say when its work is done. */
export interface Told {
  readonly result: Result;
  readonly ok: boolean;
  /** Whether a warning fails as an error does. */
  readonly strictness: "lenient" | "strict";
  /** The folder that paths of messages count from: where the command runs. */
  readonly from: string;
  /** The whole as plain values, for programs. */
  readonly record: () => object;
}

/** A form of a command's result on standard output, for a program to read. One file each; the registry is index.ts. */
export interface Format {
  /** Write it down whole, its last line ended. */
  write(told: Told): string;
}

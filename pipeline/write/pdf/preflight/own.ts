import type { PressProfile, Typeset } from "../../../publication.js";
import type { Block } from "../tags/block.js";
import { openPdf } from "./open-pdf.js";
import { preflight } from "./preflight.js";
import type { Preflight } from "./report.js";
import { traced } from "./trace.js";

/** A press PDF that was just made, with what it was made from. */
export interface OwnWork {
  readonly typeset: Pick<Typeset, "pdf">;
  readonly blocks: readonly Block[];
  readonly profile: PressProfile;
  readonly onPage: (done: number, total: number) => Promise<unknown>;
}

/** Hold a press PDF to the profile that it was made to, with pictures, and trace what is found to the manuscript. */
export async function preflightOwn(
  bytes: Uint8Array,
  { typeset, blocks, profile, onPage }: OwnWork,
): Promise<Preflight> {
  const facts = await openPdf(bytes);
  if (typeof facts === "string") throw new Error(`A press PDF that was just made cannot be read: ${facts}`);
  const report = await preflight(bytes, facts, profile, { pictures: "wanted", onPage });
  return traced(report, typeset.pdf, blocks);
}

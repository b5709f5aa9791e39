import type { PressProfile, Spooled, Typeset } from "../../../publication.js";
import type { Block } from "../tags/block.js";
import type { XFacts } from "../x/facts.js";
import { preflight } from "./preflight.js";
import type { Preflight } from "./report.js";
import { traced } from "./trace.js";
import type { PreflightWork } from "./work.js";

/** A press PDF that was just made, with what it was made from. */
export interface OwnWork extends Omit<PreflightWork, "pictures"> {
  readonly typeset: Pick<Typeset, "prints">;
  readonly blocks: readonly Block[];
  readonly profile: PressProfile;
}

/**
 * Hold a press PDF to the profile that it was made to, with pictures, and trace what is found to the manuscript. Takes its facts
 * to pieces.
 */
export async function preflightOwn(
  file: Spooled,
  facts: XFacts,
  { typeset, blocks, profile, begun, onPage }: OwnWork,
): Promise<Preflight> {
  const report = await preflight(file, facts, profile, { pictures: "wanted", begun, onPage });
  return traced(report, typeset.prints, blocks);
}

import { VFileMessage } from "vfile-message";
import { problem, type RuleId } from "../problem.js";
import type { PrintDocument, Publication, Typeset, Typesetter, TypesettingWatcher } from "../publication.js";
import { largestPiece } from "./largest-piece.js";

/** Ends of a browser that what it was given may have brought about. */
const ends = ["browser-died", "browser-memory", "browser-timeout"] as const satisfies readonly RuleId[];

/**
 * Set the pages of a publication. Throws as the typesetter does; where the browser came to its end, the message stands at the piece
 * of the manuscript that asks the most of it, if one does.
 */
export async function typesetPages(
  typesetter: Typesetter,
  document: PrintDocument,
  publication: Publication,
  watcher: TypesettingWatcher,
): Promise<Typeset> {
  try {
    return await typesetter.typeset(document, watcher);
  } catch (error) {
    throw withCause(error, publication);
  }
}

function withCause(error: unknown, publication: Publication): unknown {
  const rule = error instanceof VFileMessage && ends.find((each) => each === error.ruleId);
  const largest = rule && largestPiece(publication);
  if (!largest) return error;
  const { what, place } = largest;
  return problem(
    rule,
    `${error.reason}; ${what} begins here, the largest piece of the document and the likely cause`,
    place,
  );
}

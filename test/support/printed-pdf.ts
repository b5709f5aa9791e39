import type { Typeset } from "../../pipeline/publication.js";
import { openPrints } from "../../pipeline/write/pdf/join/open-prints.js";

/** The PDF of a typesetting as it was printed; of several runs, with all of them. */
export async function printedPdf({ prints }: Pick<Typeset, "prints">): Promise<Uint8Array> {
  const [first] = prints;
  if (first && prints.length === 1 && !first.hasLead) return first.file.read();
  return (await openPrints(prints)).save();
}

import { PDFDocument } from "@cantoo/pdf-lib";
import type { VFileMessage } from "vfile-message";
import { problem } from "../../../problem.js";
import type { PressProfile } from "../../../publication.js";
import { checkX } from "../x/check.js";

/** Check a press PDF, as it is written, against its standard; each rule that it breaks is a message `press-standard`. */
export async function checkStandard(
  bytes: Uint8Array,
  { standard }: Pick<PressProfile, "standard">,
): Promise<readonly VFileMessage[]> {
  if (standard === "none") return [];
  const findings = checkX(await PDFDocument.load(bytes, { updateMetadata: false }), standard);
  return [...new Set(findings.map(({ id }) => id))].flatMap((id) => {
    const [first, ...more] = findings.filter((each) => each.id === id);
    if (!first) return [];
    const page = first.page === undefined ? "" : ` on page ${first.page + 1}`;
    const others = more.length > 0 ? `, and ${more.length} more` : "";
    return [
      problem("press-standard", `${first.detail}${page}${others}. ${standard}, ${id}: ${first.asks}`, {}),
    ];
  });
}

import type { VFileMessage } from "vfile-message";
import { problem } from "../../../problem.js";
import type { Finding } from "./check.js";

/**
 * Report findings as messages `pdf-ua`, one for each rule: the first breach, and how many more there are. `actual` has the rule, and
 * how often it is broken: `7.3-1 3`.
 */
export function toMessages(findings: readonly Finding[]): readonly VFileMessage[] {
  return [...new Set(findings.map(({ id }) => id))].flatMap((id) => {
    const [first, ...more] = findings.filter((each) => each.id === id);
    if (!first) return [];
    const page = first.page === undefined ? "" : ` on page ${first.page + 1}`;
    const others = more.length > 0 ? `, and ${more.length} more` : "";
    const reason = `${first.detail}${page}${others}. PDF/UA-1, ${id}: ${first.asks}`;
    const message = problem("pdf-ua", reason, {});
    message.actual = `${id} ${more.length + 1}`;
    return [message];
  });
}

import type { VFileMessage } from "vfile-message";
import { severityOf, sortMessages } from "../report.js";
import type { ShownMessage } from "./state.js";

/** Says where a message's line can be seen; undefined where nowhere. Line and column are 1 where a message names none. */
export type LinkTo = (file: string, line: number, column: number) => string | undefined;

/** Make messages ready for the page: in the order of their places, each with its link. */
export function showMessages(messages: readonly VFileMessage[], linkTo: LinkTo): readonly ShownMessage[] {
  return sortMessages(messages).map((message) => {
    const { file, line, column, ruleId, reason } = message;
    const href = file ? linkTo(file, line ?? 1, column ?? 1) : undefined;
    return {
      severity: severityOf(message),
      reason,
      ...(file && { file }),
      ...(line && { line }),
      ...(column && { column }),
      ...(ruleId && { rule: ruleId }),
      ...(href && { href }),
    };
  });
}

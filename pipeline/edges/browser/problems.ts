/** What can go wrong in a browser, as messages. */
import { VFileMessage } from "vfile-message";
import type { Place } from "../../publication.js";

export type BrowserRule =
  | "browser-missing"
  | "browser-died"
  | "browser-timeout"
  | "page-limit"
  | "request-refused"
  | "text-doubled"
  | "text-lost";

/** Make a fatal message of the named rule; at a place of the manuscript where one is known. */
export function browserProblem(ruleId: BrowserRule, reason: string, place?: Place): VFileMessage {
  const message = new VFileMessage(reason, {
    ruleId,
    source: "quoin",
    ...(place && { place: { line: place.line, column: place.column } }),
  });
  message.file = place?.file;
  message.fatal = true;
  return message;
}

/** Read a `data-place` attribute, `file:line:column`; undefined where it is not one. */
export function readPlace(attribute: string | undefined): Place | undefined {
  const match = /^(.+):(\d+):(\d+)$/.exec(attribute ?? "");
  return match?.[1] ? { file: match[1], line: Number(match[2]), column: Number(match[3]) } : undefined;
}

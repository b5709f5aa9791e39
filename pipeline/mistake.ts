import { VFileMessage } from "vfile-message";
import { type FolderRuleId, folderRules } from "./folder-rules.js";
import type { Place } from "./publication.js";

/** Report a breach of a rule of the publication folder, at its place or of a file as a whole; nowhere for `{}`. */
export function mistake(ruleId: FolderRuleId, reason: string, at: Partial<Place>): VFileMessage {
  const { file, line, column } = at;
  const message = new VFileMessage(reason, {
    ruleId,
    source: "quoin",
    ...(line !== undefined && column !== undefined && { place: { line, column } }),
  });
  message.file = file;
  const { severity } = folderRules[ruleId];
  message.fatal = severity === "error" ? true : severity === "warning" ? false : undefined;
  return message;
}

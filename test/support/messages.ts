import type { VFileMessage } from "vfile-message";

/** Write messages as the goldens have them: one a line, `file:line:column severity rule reason`. */
export function messagesText(messages: readonly VFileMessage[]): string {
  return messages
    .map(({ file, line, column, fatal, ruleId, reason }) => {
      const severity = fatal === true ? "error" : fatal === false ? "warning" : "info";
      const place = [file ?? "", line, column].filter((part) => part !== undefined).join(":");
      return `${place} ${severity} ${ruleId} ${reason}\n`;
    })
    .sort()
    .join("");
}

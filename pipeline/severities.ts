import type { VFileMessage } from "vfile-message";
import type { Metadata } from "./publication.js";

const fatal = { error: true, warning: false, info: undefined } as const;

/** Take messages as gravely as the publication says, and leave out those of rules that it has switched off. */
export function weigh(
  messages: readonly VFileMessage[],
  { rules = {} }: Pick<Metadata, "rules">,
): VFileMessage[] {
  return messages.filter((message) => {
    const severity = Object.hasOwn(rules, message.ruleId ?? "") ? rules[message.ruleId ?? ""] : undefined;
    if (severity === undefined) return true;
    if (severity !== "off") message.fatal = fatal[severity];
    return severity !== "off";
  });
}

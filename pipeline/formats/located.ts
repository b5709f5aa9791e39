import { createHash } from "node:crypto";
import type { VFileMessage } from "vfile-message";
import { pathFrom, type Severity, severityOf, sortMessages } from "../report.js";
import type { Told } from "./format.js";

/** A message with what every format of annotations needs of it. */
export interface Located {
  readonly message: VFileMessage;
  readonly severity: Severity;
  readonly rule: string;
  /** From where the command runs, with forward slashes; undefined where the message is of no file. */
  readonly path: string | undefined;
  /** 64 hexadecimal digits: the same as long as file, rule and reason are, wherever the line moves. */
  readonly fingerprint: string;
}

/** Sort messages and give each its path and its fingerprint; of messages that say the same, each its own. */
export function locate({ result: { messages, folder }, from }: Told): readonly Located[] {
  const seen = new Map<string, number>();
  return sortMessages(messages).map((message) => {
    const { file, ruleId: rule = "", reason } = message;
    const path = file ? pathFrom(from, folder, file) : undefined;
    const key = JSON.stringify([path, rule, reason]);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    const fingerprint = createHash("sha256").update(`${key}${nth}`).digest("hex");
    return { message, severity: severityOf(message), rule, path, fingerprint };
  });
}

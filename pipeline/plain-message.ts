import { VFileMessage } from "vfile-message";

/** A message as data that JSON can hold. */
export type PlainMessage = Pick<
  VFileMessage,
  "reason" | "ruleId" | "source" | "file" | "place" | "expected" | "actual"
> & {
  /** JSON has no undefined, and that is a remark. */
  readonly severity: "error" | "warning" | "info";
};

/** Turn a message into data. */
export function toPlain(message: VFileMessage): PlainMessage {
  const { reason, ruleId, source, file, place, expected, actual, fatal } = message;
  const severity = fatal === true ? "error" : fatal === false ? "warning" : "info";
  return { reason, ruleId, source, file, place, expected, actual, severity };
}

/** Turn data into the message that it was. */
export function fromPlain({
  reason,
  ruleId,
  source,
  file,
  place,
  expected,
  actual,
  severity,
}: PlainMessage): VFileMessage {
  const message = new VFileMessage(reason, {
    ...(ruleId !== undefined && { ruleId }),
    ...(source !== undefined && { source }),
    ...(place && { place }),
  });
  message.file = file;
  if (expected) message.expected = expected;
  if (actual) message.actual = actual;
  message.fatal = severity === "error" ? true : severity === "warning" ? false : undefined;
  return message;
}

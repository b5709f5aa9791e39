import type { BuildRecord, RecordedMessage } from "./edition.js";

/** Messages of the builds that are new, and that are gone. */
export interface MessageChanges {
  readonly added: readonly RecordedMessage[];
  readonly removed: readonly RecordedMessage[];
}

/** Compare the messages of two builds; one that only moved to another line is the same. */
export function compareMessages(before: BuildRecord, after: BuildRecord): MessageChanges {
  return {
    added: beyond(after.messages, before.messages),
    removed: beyond(before.messages, after.messages),
  };
}

/** List the messages of which one record has more than the other. */
function beyond(
  messages: readonly RecordedMessage[],
  others: readonly RecordedMessage[],
): readonly RecordedMessage[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(keyOf(other), (left.get(keyOf(other)) ?? 0) + 1);
  return messages.filter((message) => {
    const count = left.get(keyOf(message)) ?? 0;
    left.set(keyOf(message), count - 1);
    return count <= 0;
  });
}

/** The folder that a build ran from differs: a file is known by its name. */
function keyOf({ file, ruleId, reason }: RecordedMessage): string {
  return JSON.stringify([file?.replace(/^.*\//, ""), ruleId, reason]);
}

import { relative, resolve } from "node:path";
import type { VFileMessage } from "vfile-message";
import type { Artifact, Metadata, Stage, TypesetterName } from "./publication.js";
import { sha256Of } from "./spooled.js";

/** What a command found and made, before it is told to anyone. */
export interface Result {
  /** The publication folder, which messages count their files from. */
  readonly folder: string;
  /** Undefined where publication.yaml could not be understood. */
  readonly metadata?: Metadata | undefined;
  readonly artifacts: readonly Artifact[];
  /** The browser build that set the pages, `HeadlessChrome/147.0.7727.0`: the same bytes come of the same build alone. */
  readonly browser?: string | undefined;
  /** Whether the browser that worked for this had its sandbox; undefined where none did. */
  readonly sandbox?: "on" | "off" | undefined;
  /** What set the pages of a PDF, and why that. */
  readonly typesetter?: { readonly name: TypesetterName; readonly reason: string } | undefined;
  readonly messages: readonly VFileMessage[];
  readonly stages: readonly Stage[];
}

export type Severity = "error" | "warning" | "info";

/** Say how grave a message is. */
export function severityOf({ fatal }: VFileMessage): Severity {
  return fatal === true ? "error" : fatal === false ? "warning" : "info";
}

/** Say whether messages forbid an artifact: an error does, and under `--strict` a warning too. */
export function isFailure(messages: readonly VFileMessage[], strictness: "lenient" | "strict"): boolean {
  return messages.some(
    (message) => message.fatal === true || (strictness === "strict" && message.fatal === false),
  );
}

/** Leave out what has been said already: two writers that lack the same thing both say so. */
export function distinct(messages: readonly VFileMessage[]): readonly VFileMessage[] {
  const key = ({ file, line, column, ruleId, reason }: VFileMessage) =>
    JSON.stringify([file, line, column, ruleId, reason]);
  return [...new Map(messages.map((message) => [key(message), message])).values()];
}

/** Order messages by file, line and column, so that the same problems always read the same. */
export function sortMessages(messages: readonly VFileMessage[]): readonly VFileMessage[] {
  const key = (m: VFileMessage) =>
    [m.file ?? "", m.line ?? 0, m.column ?? 0, m.ruleId ?? "", m.reason] as const;
  return messages.toSorted((a, b) => {
    const [x, y] = [key(a), key(b)];
    const i = x.findIndex((part, index) => part !== y[index]);
    return i < 0 ? 0 : (x[i] ?? "") < (y[i] ?? "") ? -1 : 1;
  });
}

/** Make the record that build.json holds and `--json` prints; every path relative to `from`, with forward slashes. */
export function toRecord(result: Result, from: string) {
  const { folder, metadata, artifacts, browser, sandbox, typesetter, messages, stages } = result;
  return {
    publication: metadata
      ? { title: metadata.title, identifier: metadata.identifier, modified: metadata.modified }
      : null,
    artifacts: artifacts.map(({ kind, name, file, pages }) => ({
      kind,
      path: name,
      bytes: file.size,
      sha256: sha256Of(file),
      ...(pages !== undefined && { pages }),
    })),
    browser: browser ?? null,
    ...(sandbox && { sandbox }),
    ...(typesetter && { typesetter }),
    messages: sortMessages(messages).map((message) => ({
      file: message.file ? pathFrom(from, folder, message.file) : null,
      line: message.line ?? null,
      column: message.column ?? null,
      ruleId: message.ruleId ?? null,
      severity: severityOf(message),
      reason: message.reason,
    })),
    stages,
  };
}

/** Name a message's file as it is found from another folder. */
export function pathFrom(from: string, folder: string, file: string): string {
  return (relative(from, resolve(folder, file)) || ".").replaceAll("\\", "/");
}

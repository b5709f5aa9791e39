import type { Colors } from "picocolors/types.js";
import type { VFileMessage } from "vfile-message";
import { count } from "./count.js";
import type { Artifact } from "./publication.js";
import { pathFrom, type Severity, severityOf, sortMessages } from "./report.js";

/** Where text is read, and with which colours. */
export interface Reader {
  /** The folder that paths are shown from. */
  readonly cwd: string;
  readonly colors: Colors;
}

/** Write messages one a line, `file:line:column severity reason rule`, sorted; further lines of a reason are indented. */
export function messageLines(
  messages: readonly VFileMessage[],
  folder: string,
  reader: Reader,
): readonly string[] {
  const { bold, dim } = reader.colors;
  return sortMessages(messages).map((message) => {
    const severity = severityOf(message);
    const { file, line, column, reason, ruleId } = message;
    const path = file ? pathFrom(reader.cwd, folder, file) : "quoin";
    const place = line && column ? `${path}:${line}:${column}` : path;
    return `${bold(place)} ${paint(severity, reader.colors)} ${reason.replaceAll("\n", "\n  ")} ${dim(ruleId ?? "")}`;
  });
}

/** Count messages by severity in one line: `1 error, 2 warnings`; empty where there are none. */
export function summary(messages: readonly VFileMessage[]): string {
  const severities: readonly Severity[] = ["error", "warning", "info"];
  return severities
    .map((severity) => ({
      severity,
      n: messages.filter((message) => severityOf(message) === severity).length,
    }))
    .filter(({ n }) => n > 0)
    .map(({ severity, n }) => count(n, severity === "info" ? "remark" : severity))
    .join(", ");
}

/** Write an artifact in one line: path, size, pages. */
export function artifactLine({ name, file, pages }: Artifact, out: string, reader: Reader): string {
  const path = pathFrom(reader.cwd, out, name);
  return [
    reader.colors.green(path),
    size(file.size),
    ...(pages === undefined ? [] : [count(pages, "page")]),
  ].join("  ");
}

/** Write a number of bytes in words: `12 kB`, `1.5 MB`. */
export function size(bytes: number): string {
  if (bytes < 999_500) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  return bytes < 999_500_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

function paint(severity: Severity, colors: Colors): string {
  return { error: colors.red, warning: colors.yellow, info: colors.cyan }[severity](severity);
}

import pc from "picocolors";
import type { Result } from "../report.js";
import { messageLines, type Reader, summary } from "../report-text.js";
import type { Terminal } from "./command.js";

/** Say who reads: paths from the working folder, colours only where they show. */
export function readerOf({ cwd, color }: Terminal): Reader {
  return { cwd, colors: pc.createColors(color) };
}

/** Print every message and their number on standard error. */
export function tellMessages({ messages, folder }: Result, terminal: Terminal): void {
  const lines = messageLines(messages, folder, readerOf(terminal));
  if (lines.length > 0) terminal.stderr(`${[...lines, summary(messages)].join("\n")}\n`);
}

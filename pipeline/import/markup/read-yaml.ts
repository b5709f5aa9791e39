import { parse, YAMLParseError } from "yaml";
import { Unreadable } from "../unreadable.js";

/**
 * Read a record of YAML that another tool wrote, below so many lines of its file; empty where it is none. Throws Unreadable at its line
 * where it is no YAML, or has aliases: a few of them unfold into gigabytes.
 */
export function readYaml(text: string, file: string, linesAbove = 0): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = parse(text, { maxAliasCount: 0 });
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch (error) {
    if (error instanceof ReferenceError) throw new Unreadable("Unexpected alias in YAML", { file });
    if (!(error instanceof YAMLParseError)) throw error;
    const [reason = ""] = error.message.replace(/^./, (first) => first.toLowerCase()).split(/ at line \d|\n/);
    const [{ line, col: column } = { line: 1, col: 1 }] = error.linePos ?? [];
    throw new Unreadable(`Unreadable YAML: ${reason}`, { file, line: line + linesAbove, column });
  }
}

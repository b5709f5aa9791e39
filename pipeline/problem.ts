/** Messages: every problem that quoin reports is made here, with its rule, its severity and its place. */
import type { ElementData } from "hast";
import type { Node, Position } from "unist";
import { VFileMessage } from "vfile-message";
import type { Place } from "./publication.js";
import { type RuleId, rules } from "./rules.js";

declare module "hast" {
  interface ElementData {
    /** The source that an element came from; its position counts lines there. */
    file?: string;
  }
}

export type { RuleId };

/** Where a problem is: a place, a file as a whole, a file with the node that stands there, a stretch of a file, or nowhere (`{}`). */
export type At = Partial<Place> | { readonly file: string; readonly node: Node | undefined } | Stretch;

/** A stretch of a file, and what should stand there in its stead where there is one right answer. */
export interface Stretch {
  readonly file: string;
  readonly span: Position;
  readonly instead?: string | undefined;
}

/** Report a breach of a rule at its place, as grave as the rule says. */
export function problem(ruleId: RuleId, reason: string, at: At): VFileMessage {
  const place = "span" in at ? at.span : pointOf(at);
  const message = new VFileMessage(reason, { ruleId, source: "quoin", ...(place && { place }) });
  message.file = at.file;
  if ("span" in at && at.instead !== undefined) message.expected = [at.instead];
  const { severity } = rules[ruleId];
  message.fatal = severity === "error" ? true : severity === "warning" ? false : undefined;
  return message;
}

/** Whether a message names something that was written and will not be there. */
export function tellsOfLoss({ ruleId }: VFileMessage): boolean {
  return ruleId !== undefined && ruleId in rules && rules[ruleId as RuleId].mildest !== "off";
}

function pointOf(at: Exclude<At, Stretch>) {
  const { line, column } = "node" in at ? (at.node?.position?.start ?? {}) : at;
  return line !== undefined && column !== undefined ? { line, column } : undefined;
}

/** Say where a node begins; undefined where it was generated. */
export function placeOf(node: Node | undefined, file: string): Place | undefined {
  const start = node?.position?.start;
  return start && { file, line: start.line, column: start.column };
}

/** Note on an element which source it came from: notes move to another part and must still name their line. */
export function sourceData(file: string): ElementData {
  return { file, position: {} };
}

/** Find the candidate that a mistyped word most likely meant, within two edits (one in words of up to three letters). */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const limit = word.length > 3 ? 2 : 1;
  const best = candidates
    .map((candidate) => ({ candidate, edits: edits(word, candidate) }))
    .filter(({ edits }) => edits <= limit)
    .sort((a, b) => a.edits - b.edits)[0];
  return best ? ` Did you mean \`${best.candidate}\`?` : "";
}

function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, substitution));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

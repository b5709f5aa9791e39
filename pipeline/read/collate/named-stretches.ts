import type { Root } from "mdast";
import type { Node } from "unist";
import { visit } from "unist-util-visit";
import type { VFileMessage } from "vfile-message";
import { tellsOfLoss } from "../../problem.js";

/** A stretch of a source, from one offset to another. */
export type Stretch = readonly [start: number, end: number];

/** Rules that may be switched off, and tell of a loss all the same. */
const others = new Set(["title-second"]);

/**
 * Find what other rules have named as lost: the stretches of their messages, or, where they have a point, what begins there, the
 * raw HTML around, or the rest of the line.
 */
export function namedStretches(tree: Root, source: string, messages: readonly VFileMessage[]): Stretch[] {
  const lines = [0];
  for (const { index, 0: end } of source.matchAll(/\r\n?|\n/g)) lines.push(index + end.length);
  return messages
    .filter((message) => tellsOfLoss(message) || others.has(String(message.ruleId)))
    .flatMap(({ place }): Stretch[] => {
      if (!place) return [];
      const { line, column } = "start" in place ? place.start : place;
      const from = (lines[line - 1] ?? 0) + column - 1;
      if ("start" in place) return [[from, (lines[place.end.line - 1] ?? 0) + place.end.column - 1]];
      let found: Stretch = [from, (lines[line] ?? source.length + 1) - 1];
      visit(tree, (node: Node) => {
        const { start, end } = node.position ?? {};
        if (start?.offset === undefined || end?.offset === undefined || end.offset <= found[1]) return;
        if (start.offset === from || (node.type === "html" && start.offset <= from && end.offset >= from))
          found = [start.offset, end.offset];
      });
      return [found];
    });
}

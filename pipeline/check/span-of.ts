import type { Node, Position } from "unist";

/** Find the last stretch of a node's source that reads so; undefined where it is written in another way (escaped, say). */
export function spanOf(node: Node, words: string, source: string): Position | undefined {
  const { start, end } = node.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return undefined;
  const written = source.slice(start.offset, end.offset);
  const from = written.lastIndexOf(words);
  if (from < 0) return undefined;
  const lines = written.slice(0, from).split("\n");
  const last = lines.at(-1)?.length ?? 0;
  const line = start.line + lines.length - 1;
  const column = lines.length === 1 ? start.column + last : last + 1;
  const offset = start.offset + from;
  return {
    start: { line, column, offset },
    end: { line, column: column + words.length, offset: offset + words.length },
  };
}

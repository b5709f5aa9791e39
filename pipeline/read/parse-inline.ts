import type { Paragraph, PhrasingContent, Root } from "mdast";

const calls = /\[\^[^\s\]]+(?:\]|$)/g;

/** Parse what stands within a line, with the notes that its source has; its place is counted from its own beginning. */
export function parseInline(
  text: string,
  defined: ReadonlySet<string>,
  parse: (text: string) => Root,
): PhrasingContent[] {
  const known = (text.match(calls) ?? []).filter((call) => defined.has(call.slice(2, -1).toLowerCase()));
  // A letter before it: nothing of it begins a block.
  const { children } = parse(`${letter}${text}\n\n${known.map((call) => `${call}: x\n`).join("\n")}`);
  const parsed = (children[0] as Paragraph).children;
  const [first] = parsed;
  if (first?.type !== "text") return parsed;
  first.value = first.value.slice(letter.length);
  if (first.position) first.position.start = { ...first.position.start, column: 2, offset: 1 };
  return first.value === "" ? parsed.slice(1) : parsed;
}

/** What stands before it while it is parsed, and takes up one column of its places. */
export const letter = "x";

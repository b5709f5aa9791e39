import type { Definition, LinkReference, Root, Text } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { type At, didYouMean, problem } from "../problem.js";
import { callsIn, hiddenCalls } from "./hidden-calls.js";
import { placeWithin } from "./place-within.js";

/** What is meant as a call: of a note, of one whose label has a space, or of one that pandoc would take from within the line. */
const meant = /(?<!\\)(?:\[[ \t]*\^[^\]\n]*[^\]\s][^\]\n]*\]|\^\[(?!\^))/g;

/**
 * Report calls of notes that the source does not define, and what is meant as a call and is none.
 *
 * Markdown reads `[^x]` without a definition as plain text, so the text nodes' own source is searched: there an escaped
 * `\[^x]` can still be told from a call.
 */
export function noteUndefined(tree: Root, file: VFile): void {
  const source = String(file);
  const defined = new Set<string>();
  visit(tree, "footnoteDefinition", ({ identifier }) => void defined.add(identifier));
  const report = (reason: string, at: At) => file.messages.push(problem("note-undefined", reason, at));
  const undefinedCall = (written: string, label: string, at: At) => {
    // Every number is near to every other one.
    const meant = /^\d+$/.test(label) ? "" : didYouMean(label, [...defined]);
    report(
      `Unexpected note call \`${written}\` without a note; expected \`${written}: …\`${meant && `.${meant}`}`,
      at,
    );
  };
  const misplaced = (written: string, instead: string, at: At) =>
    report(`Unexpected note call \`${written}\` where none can stand; expected it ${instead}`, at);

  visit(tree, "text", (node: Text) => {
    const start = node.position?.start;
    if (start?.offset === undefined || !/\[[ \t]*\^|\^\[/.test(node.value)) return;
    const written = source.slice(start.offset, node.position?.end.offset);
    for (const { 0: text, index } of written.matchAll(meant)) {
      const place = placeWithin({ ...node, value: written }, index, file.path);
      const [call] = callsIn(text);
      if (text === "^[")
        report("Unexpected note within the line, `^[`; expected `[^label]`, and a line `[^label]: …`", place);
      else if (!call) spaced(text, place);
      else if (defined.has(call.label))
        misplaced(text, "in the text, outside of an address or a name", place);
      else undefinedCall(text, call.label, place);
    }
  });
  // A label with a space makes a link of the call, and an address of the note.
  visit(tree, ["linkReference", "definition"], (found) => {
    const node = found as LinkReference | Definition;
    if (node.label?.startsWith("^")) spaced(`[${node.label}]`, { file: file.path, node });
  });
  function spaced(text: string, at: At): void {
    const label = text.replace(/^\[\s*\^\s*|\s*\]$/g, "").replace(/\s+/g, "-");
    report(`Unexpected label of a note \`${text}\`; expected no space in it: \`[^${label || "label"}]\``, at);
  }
  visit(tree, "image", (node) => {
    const written = source.slice(node.position?.start.offset, node.position?.end.offset);
    for (const call of callsIn(written.slice(0, written.indexOf("](") + 1)))
      misplaced(call.written, "in the caption", { file: file.path, node });
  });
  visit(tree, "yaml", (node) => {
    for (const call of callsIn(node.value)) {
      // Its lines come after the `---`.
      const place = placeWithin({ ...node, value: `\n${node.value}` }, call.index + 1, file.path);
      misplaced(call.written, "in a `# heading` or in the text", place);
    }
  });
  for (const { label, written, place } of hiddenCalls(tree, file.path))
    if (!defined.has(label)) undefinedCall(written, label, place);
}

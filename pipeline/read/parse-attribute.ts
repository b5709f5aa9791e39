import type { PhrasingContent } from "mdast";
import { endAddresses } from "./end-addresses.js";
import { parseInline } from "./parse-inline.js";
import { parser } from "./parser.js";

/** Parse an attribute's value, inline Markdown, with the notes that its source has. */
export function parseAttribute(markdown: string, notes: ReadonlySet<string>): PhrasingContent[] {
  return parseInline(markdown, notes, (text) => {
    const tree = parser.parse(text);
    endAddresses(tree, text, (text) => parser.parse(text));
    return tree;
  });
}

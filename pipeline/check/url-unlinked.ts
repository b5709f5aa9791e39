import type { InlineCode, Root } from "mdast";
import { SKIP, visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { problem } from "../problem.js";
import { type Passage, spanIn } from "./passages.js";

/** A host with a path, or a DOI by its prefix; `and/or` and `i.e./e.g.` are none. */
const address =
  /(?<![\p{L}\p{N}@/.:-])(?:(?:[a-z0-9-]+\.)+[a-z]{2,12}\/[^\s<>]+|doi:?\s*10\.\d{4,9}\/[^\s<>]+)/giu;

/** Report web addresses and DOIs in notes that a reader cannot follow. */
export function urlUnlinked(passages: readonly Passage[], file: VFile): void {
  for (const passage of passages) {
    const { text, inside } = passage;
    if (!inside.has("footnoteDefinition") || inside.has("link") || inside.has("linkReference")) continue;
    for (const { 0: found, index } of text.matchAll(address)) {
      const words = trimmed(found);
      if (/^doi\W*$/i.test(words)) continue;
      const span = spanIn(passage, index, index + words.length);
      file.messages.push(
        problem("url-unlinked", reasonFor(words, linked(words)), {
          file: file.path,
          span,
          instead: linked(words),
        }),
      );
    }
  }
}

/** Report web addresses that a note sets as code. */
export function urlInCode(tree: Root, file: VFile): void {
  visit(tree, "footnoteDefinition", (note) => {
    visit(note, "inlineCode", (code: InlineCode) => {
      if (!/^https?:\/\/\S+$/.test(code.value) || !code.position) return SKIP;
      const instead = `<${code.value}>`;
      const at = { file: file.path, span: code.position, instead };
      file.messages.push(problem("url-unlinked", reasonFor(code.value, instead), at));
      return SKIP;
    });
  });
}

function reasonFor(words: string, instead = "<https://…>"): string {
  return `Unexpected address without a link in a note: \`${words}\`; expected \`${instead}\``;
}

/** What ends a sentence ends no address; a bracket does where the address opened one. */
function trimmed(found: string): string {
  const words = found.replace(/[.,;:!?'"’”»]+$/u, "");
  const closes = words.endsWith(")") && words.split(")").length > words.split("(").length;
  return closes ? trimmed(words.slice(0, -1)) : words;
}

/** The same words as a link; undefined where they hold Markdown's own signs, so that a person has to look. */
function linked(words: string): string | undefined {
  if (/[\\()[\]*`]/.test(words)) return undefined;
  const doi = /^doi:?\s*(10\.\S+)$/i.exec(words)?.[1];
  return `[${words}](https://${doi ? `doi.org/${doi}` : words})`;
}

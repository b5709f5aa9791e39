import type { Link } from "mdast";
import { originOf, type Step } from "./page.js";
import { replaceText } from "./replace-text.js";

/** `[@doe99, p. 3]`, `[-@fig:x]`, `@fig:x`; an address of mail is none. */
const citation = /\[(-?@[^\]\n]+)\]|(?<![\w.+-])@([A-Za-z][\w:.#$%&+?<>~/-]*\w)/g;

/** Lead references to figures, tables and sections there; citations stay as they are written, and are told. */
export const citations: Step = (page, shelf) => {
  const roots = [page.tree, ...page.notes.values()];
  for (const root of roots)
    replaceText(root, citation, ([written, inBrackets, bare], node) => {
      const key = (bare ?? inBrackets ?? "").replace(/^-?@/, "");
      const id = shelf.ids.get(key);
      const from = originOf(page, node);
      if (id === undefined) {
        const reason = `A citation is left as it is written: ${written}`;
        shelf.findings.push({ rule: "import-citation", reason, from, to: { node } });
        return undefined;
      }
      const link: Link = { type: "link", url: `#${id}`, children: [], data: { printed: written } };
      const reason = `A cross-reference is one: \`${written}\` is filled in when it is built`;
      shelf.findings.push({ rule: "import-reference", reason, from, to: { node: link } });
      return [link];
    });
};

import { originOf, type Page, type Step } from "./page.js";
import { replaceText } from "./replace-text.js";

const wiki = /(!?)\[\[([^\]|#\n]*)(#[^\]|\n]+)?(?:\|([^\]\n]*))?\]\]/g;

/** Links as Obsidian writes them: `[[Page#Heading|words]]`, and pictures, `![[picture.png]]`. */
export const wikiLinks: Step = (page, shelf) => {
  for (const root of [page.tree, ...page.notes.values()])
    replaceText(root, wiki, ([written, bang, target = "", , words], node) => {
      const name = target.trim();
      const shown = words?.trim() || name;
      const from = originOf(page, node);
      if (bang) {
        const path = [...shelf.files.keys()].find((path) => path === name || path.endsWith(`/${name}`));
        if (path === undefined) {
          const reason = `There is no file for an embedded one: ${written}`;
          shelf.findings.push({ rule: "import-markup-foreign", reason, from, to: { node } });
          return undefined;
        }
        // Obsidian takes a width for the words: it is none.
        const alt = /^\d*(?:x\d+)?$/.test(words ?? "") ? "" : shown;
        shelf.findings.push({
          rule: "import-reference",
          reason: `An embedded picture is one: ${written}`,
          from,
          dropped: written,
          ...(alt && { added: alt }),
        });
        return [{ type: "image", url: `/${path}`, alt }];
      }
      const found = name === "" ? page : shelf.pages.find((other) => isNamed(other, name));
      const added = { dropped: written, added: shown };
      if (!found) {
        const reason = `A link leads to a page that is not there; its words stay: ${written}`;
        shelf.findings.push({ rule: "import-link-dead", reason, from, ...added });
        return [{ type: "text", value: shown }];
      }
      shelf.findings.push({ rule: "import-reference", reason: `A link is one: ${written}`, from, ...added });
      return [{ type: "link", url: `/${found.path}`, children: [{ type: "text", value: shown }] }];
    });
};

function isNamed({ path }: Page, name: string): boolean {
  const stem = path.replace(/\.\w+$/, "");
  const wanted = name.replace(/\.md$/i, "");
  return stem === wanted || stem.endsWith(`/${wanted}`);
}

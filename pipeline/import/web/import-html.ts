import type { Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";
import type { Finding, Imported, NamedBytes } from "../importer.js";
import { takeMetadata } from "../markup/front-matter.js";
import { scalars } from "../markup/parse-page.js";
import { decodeText } from "../text/decode-text.js";
import { Unreadable } from "../unreadable.js";
import { originOf } from "./document.js";
import { guardDepth } from "./guard-depth.js";
import { importWeb } from "./import-web.js";
import { leadPastGoogle } from "./past-google.js";
import { readStyledSpans } from "./styled-spans.js";
import { takeTitleBlock } from "./title-block.js";
import { all, first } from "./tree.js";

/** Make a publication of one page of HTML and the pictures that lie below its folder; throws Unreadable. */
export function importHtml({ name, bytes }: NamedBytes, beside: readonly NamedBytes[] = []): Imported {
  const { text, findings: decoded } = decodeText(bytes, name);
  const [refused] = decoded.filter(({ rule }) => rule === "import-unreadable");
  if (refused) throw new Unreadable(refused.reason);
  guardDepth(text);
  const tree = fromHtml(text);
  const meta = (key: string) =>
    all(tree).find(
      ({ tagName, properties }) => tagName === "meta" && String(properties.name).toLowerCase() === key,
    )?.properties.content;
  readStyledSpans(tree);
  leadPastGoogle(tree);
  const block = takeTitleBlock(tree);
  // A single heading is the title as it is printed; of several none is that of the work.
  const headings = all(tree).filter(({ tagName }) => tagName === "h1");
  const title =
    headings.length === 1 ? undefined : textOf(first(tree, "title") ?? { type: "root", children: [] }).trim();
  const language = first(tree, "html")?.properties.lang;
  const entries = {
    title: title || undefined,
    author: meta("author"),
    description: meta("description"),
    language,
    ...block,
  };
  const matter = Object.fromEntries(
    Object.entries(entries).filter(([, value]) => value !== undefined && value !== ""),
  );
  const { metadata, findings } = takeMetadata(matter, name);
  return importWeb({
    name,
    documents: [{ path: name, tree }],
    metadata,
    findings: [...decoded, ...findings, ...savedByWord(tree, name)],
    words: scalars(matter),
    pictures: new Map(beside.map((picture) => [picture.name, picture.bytes])),
  });
}

/** In a page that Word saved, headings, items and notes are paragraphs that only look so: told once, at the first. */
function savedByWord(tree: Root, path: string): Finding[] {
  const element = all(tree).find(({ properties }) =>
    /^Mso[A-Z]/.test([properties.className].flat().join(" ")),
  );
  if (!element) return [];
  const reason =
    "This page comes from Word, which keeps headings, lists and notes there by their looks alone; bring in the Word document itself, which says what they are";
  return [{ rule: "import-markup-foreign", reason, from: originOf({ path }, element) }];
}

import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";
import type { Imported, NamedBytes } from "../importer.js";
import { takeMetadata } from "../markup/front-matter.js";
import { scalars } from "../markup/parse-page.js";
import { decodeText } from "../text/decode-text.js";
import { Unreadable } from "../unreadable.js";
import { guardDepth } from "./guard-depth.js";
import { importWeb } from "./import-web.js";
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
  const heading = first(tree, "h1");
  const title = heading ? undefined : textOf(first(tree, "title") ?? { type: "root", children: [] }).trim();
  const language = first(tree, "html")?.properties.lang;
  const entries = {
    title: title || undefined,
    author: meta("author"),
    description: meta("description"),
    language,
  };
  const matter = Object.fromEntries(
    Object.entries(entries).filter(([, value]) => value !== undefined && value !== ""),
  );
  const { metadata, findings } = takeMetadata(matter, name);
  return importWeb({
    name,
    documents: [{ path: name, tree }],
    metadata,
    findings: [...decoded, ...findings],
    words: scalars(matter),
    pictures: new Map(beside.map((picture) => [picture.name, picture.bytes])),
  });
}

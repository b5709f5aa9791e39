import { type Archive, openArchive } from "../archive.js";
import type { Imported } from "../importer.js";
import { takeMetadata } from "../markup/front-matter.js";
import { scalars } from "../markup/parse-page.js";
import { resolved } from "../markup/paths.js";
import { Unreadable } from "../unreadable.js";
import { descendants, parseXml, textOf, type XmlNode } from "../xml.js";
import { fromXhtml } from "./from-xhtml.js";
import { importWeb } from "./import-web.js";

/** Make a publication of an EPUB, from its spine and its package document (EPUB 3.3, clause 5); throws Unreadable. */
export async function importEpub(bytes: Uint8Array, name: string): Promise<Imported> {
  const archive = await openArchive(bytes);
  if (/<(?:\w+:)?CipherReference[^>]+\.x?html/i.test(await archive.text("META-INF/encryption.xml")))
    throw new Unreadable("Unexpected encrypted book: its text cannot be read");
  const container = descendants(parseXml(await archive.text("META-INF/container.xml")));
  const path = container.find(({ name }) => local(name) === "rootfile")?.attributes["full-path"] ?? "";
  const elements = descendants(parseXml(await archive.text(path)));
  const items = new Map(
    elements.filter(({ name }) => local(name) === "item").map((item) => [item.attributes.id ?? "", item]),
  );
  const spine = elements.filter(
    ({ name, attributes }) => local(name) === "itemref" && attributes.linear !== "no",
  );
  if (spine.length === 0) throw new Unreadable("Unexpected archive without a spine, expected an EPUB");
  const documents = [];
  for (const { attributes } of spine) {
    const item = items.get(attributes.idref ?? "");
    const file = resolved(path, item?.attributes.href ?? "");
    if (/\bnav\b/.test(item?.attributes.properties ?? "") || !archive.names.includes(file)) continue;
    documents.push({ path: file, tree: fromXhtml(await archive.text(file)) });
  }
  const matter = packageMetadata(elements);
  const { metadata, findings } = takeMetadata(matter, path);
  const pictures = await imagesOf(archive, [...items.values()], path);
  return importWeb({ name, documents, metadata, findings, words: scalars(matter), pictures });
}

function packageMetadata(elements: readonly XmlNode[]): Record<string, unknown> {
  const values = (key: string) =>
    elements
      .filter(({ name }) => name === `dc:${key}`)
      .map((node) => textOf(node).replace(/\s+/g, " ").trim());
  const [title, language, date] = [
    values("title")[0],
    values("language")[0],
    values("date")[0]?.slice(0, 10),
  ];
  const all = {
    title,
    language,
    date,
    author: values("creator"),
    subjects: values("subject"),
    publisher: values("publisher")[0],
    rights: values("rights")[0],
    description: values("description")[0],
  };
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined && value.length > 0),
  );
}

async function imagesOf(
  archive: Archive,
  items: readonly XmlNode[],
  path: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const images = new Map<string, Uint8Array>();
  for (const { attributes } of items) {
    if (!attributes["media-type"]?.startsWith("image/")) continue;
    const file = resolved(path, attributes.href ?? "");
    const bytes = await archive.bytes(file);
    if (bytes) images.set(file, bytes);
  }
  return images;
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

import { type Archive, openArchive } from "../import/archive.js";
import { Unreadable } from "../import/unreadable.js";
import { descendants, parseXml, type XmlNode } from "../import/xml.js";
import type { BookReading } from "./edition.js";
import { fingerprint } from "./fingerprint.js";
import { type BookDocument, readDocument } from "./read-document.js";
import { resolveIn } from "./resolve-in.js";

/** Read an EPUB as far as two of them are compared. Throws Unreadable where it is none. */
export async function readBook(bytes: Uint8Array): Promise<BookReading> {
  const archive = await openArchive(bytes);
  const container = parseXml(await archive.text("META-INF/container.xml"));
  const packagePath = named(container, "rootfile")[0]?.attributes["full-path"];
  if (packagePath === undefined || !archive.names.includes(packagePath))
    throw new Unreadable("Unexpected archive without a package document, expected an EPUB");
  const opf = parseXml(await archive.text(packagePath));
  const items = new Map(named(opf, "item").map(({ attributes }) => [attributes.id ?? "", attributes]));
  const spine = named(opf, "itemref")
    .map(({ attributes }) => items.get(attributes.idref ?? ""))
    // The contents say again what the headings say.
    .filter((item) => item && !item.properties?.split(/\s+/).includes("nav"))
    .map((item) => resolveIn(packagePath, item?.href ?? ""));

  const documents: BookDocument[] = [];
  const state = { block: 0, page: "" };
  const pictures = await picturesOf(archive);
  for (const path of spine.filter((each) => archive.names.includes(each))) {
    const tree = parseXml(await archive.text(path));
    documents.push(readDocument(tree, path, state, pictures));
  }
  return {
    words: documents.flatMap(({ words }) => words),
    notes: documents.flatMap(({ notes }) => notes),
    exhibits: documents.flatMap(({ exhibits }) => exhibits),
    files: [...new Set(spine)],
    targets: new Map(documents.flatMap(({ targets }) => targets)),
    links: [...new Set(documents.flatMap(({ links }) => links))],
    metadata: metadataOf(opf),
  };
}

/** Hash the images of a book by their paths. */
async function picturesOf(archive: Archive): Promise<ReadonlyMap<string, string>> {
  const images = archive.names.filter((name) => /\.(?:png|jpe?g|gif|webp|svg)$/i.test(name));
  const hashes = new Map<string, string>();
  for (const name of images) hashes.set(name, fingerprint((await archive.bytes(name)) ?? new Uint8Array()));
  return hashes;
}

function metadataOf(opf: XmlNode): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const node of descendants(opf)) {
    const [, name] = /^dc:(\w+)$/.exec(node.name) ?? [];
    if (!name) continue;
    const value = node.children
      .filter((child) => typeof child === "string")
      .join("")
      .trim();
    const before = found.get(name);
    found.set(name, before === undefined ? value : `${before}; ${value}`);
  }
  return found;
}

function named(tree: XmlNode, name: string): readonly XmlNode[] {
  return descendants(tree).filter((node) => node.name.replace(/^.*:/, "") === name);
}

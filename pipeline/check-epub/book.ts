import JSZip from "jszip";
import { elementsOf, hasWord, type XmlElement } from "./xml.js";

/** A content document of a book. */
export interface BookDocument {
  /** Inside the book: `OEBPS/notes.xhtml`. */
  readonly path: string;
  readonly text: string;
  readonly elements: readonly XmlElement[];
  /** Whether it is the navigation document. */
  readonly nav: boolean;
  /** Whether the spine names it as part of the linear reading order. */
  readonly linear: boolean;
}

/** A resource, as the manifest lists it. */
export interface BookItem {
  /** Inside the book. */
  readonly path: string;
  readonly mediaType: string;
  /** Whether the manifest names another resource that may stand for it. */
  readonly fallback: boolean;
  readonly isCover: boolean;
}

/** An EPUB, unpacked as far as checks need it. */
export interface Book {
  /** As the person named it; messages add the path inside the book. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly paths: ReadonlySet<string>;
  readonly documents: readonly BookDocument[];
  /** The package document. */
  readonly opf: { readonly path: string; readonly elements: readonly XmlElement[] };
  /** All of the manifest that is in the archive. */
  readonly items: readonly BookItem[];
  /** Unpack a file of the book; empty where it is not there. */
  read(path: string): Promise<Uint8Array>;
}

/** Unpack an EPUB; undefined where it is no ZIP archive. A broken package leaves `documents` empty: EPUBCheck says why. */
export async function readBook(file: string, bytes: Uint8Array): Promise<Book | undefined> {
  const zip = await JSZip.loadAsync(bytes).catch(() => undefined);
  if (!zip) return undefined;
  const paths = new Set(Object.keys(zip.files).filter((path) => !zip.files[path]?.dir));
  const text = async (path: string) => (await zip.file(path)?.async("string")) ?? "";
  const container = elementsOf(await text("META-INF/container.xml"));
  const packagePath = container.find(({ name }) => name === "rootfile")?.attributes["full-path"] ?? "";
  const entries = elementsOf(await text(packagePath));
  const spine = entries.filter(({ name }) => local(name) === "itemref");
  const items = entries.filter(({ name, attributes }) => local(name) === "item" && attributes.href);
  const contents = items.filter(({ attributes }) => attributes["media-type"] === "application/xhtml+xml");
  const documents = await Promise.all(
    contents.map(async (item) => {
      const path = resolvePath(packagePath, item.attributes.href ?? "");
      const content = await text(path);
      return {
        path,
        text: content,
        elements: elementsOf(content),
        nav: hasWord(item, "properties", "nav"),
        linear: spine.some(
          ({ attributes }) => attributes.idref === item.attributes.id && attributes.linear !== "no",
        ),
      };
    }),
  );
  return {
    file,
    bytes,
    paths,
    documents: documents.filter(({ path }) => paths.has(path)),
    opf: { path: packagePath, elements: entries },
    items: items.map((item) => itemOf(item, packagePath)).filter(({ path }) => paths.has(path)),
    read: async (path) => (await zip.file(path)?.async("uint8array")) ?? new Uint8Array(),
  };
}

function itemOf(item: XmlElement, packagePath: string): BookItem {
  const { href = "", "media-type": mediaType = "", fallback } = item.attributes;
  return {
    path: resolvePath(packagePath, href),
    mediaType,
    fallback: fallback !== undefined,
    isCover: hasWord(item, "properties", "cover-image"),
  };
}

/** Resolve a reference from a file of the book, `../a.xhtml#b` from `OEBPS/text/c.xhtml`, to `OEBPS/a.xhtml`. */
export function resolvePath(from: string, reference: string): string {
  const [path = ""] = reference.split(/[#?]/);
  if (path === "") return from;
  const base = `epub://book/${from}`;
  // What is no URL leads nowhere; EPUBCheck says so.
  return URL.canParse(path, base) ? decode(new URL(path, base).pathname.slice(1)) : path;
}

/** Say whether a reference leads out of the book. */
export function isRemote(reference: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(reference) && !/^data:/i.test(reference);
}

/** Take the name after a prefix: `item` of `opf:item`. */
export function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

import { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { EPub } from "epub-gen-memory";
import type { OpenSpool, Spooled } from "../../publication.js";
import { spoolInMemory } from "../../spooled.js";
import { addDeflated } from "./add-deflated.js";

/** A finished file of the book, relative to the package document. */
export interface BookFile {
  readonly href: string;
  /** A picture may still be in the making: the rest is compressed meanwhile. */
  readonly bytes: Uint8Array | Promise<Uint8Array>;
}

/** A picture that is there; its bytes may be read anew whenever they are asked for. */
export interface PictureFile extends BookFile {
  readonly bytes: Uint8Array;
}

/** Everything that goes into the container, each document already written. */
export interface Book {
  readonly title: string;
  readonly language: string;
  readonly identifier: string;
  /** The UTC instant that every entry of the archive is dated with. */
  readonly modified: string;
  readonly packageDocument: string;
  readonly nav: string;
  readonly ncx: string;
  readonly css: string;
  readonly documents: readonly { readonly name: string; readonly xhtml: string }[];
  readonly images: readonly BookFile[];
  readonly fonts: readonly BookFile[];
}

/** A template that prints nothing; an empty one would be taken for none. */
const nothing = "<%# %>";

/** Pack an EPUB container (EPUB 3.3, "Open Container Format"): `mimetype` first and stored, the same bytes for the same book; of pictures one at a time is in memory. */
export async function pack(book: Book, open: OpenSpool = spoolInMemory): Promise<Spooled> {
  const spool = open();
  for await (const bytes of new FinishedEpub(book).archive()) spool.write(bytes);
  return spool.end();
}

/**
 * epub-gen-memory with its templates reduced to nothing: the documents are already written, and take the places of theirs.
 *
 * Left to itself it filters attributes of chapters, fetches what they name, and puts the clock and random numbers into
 * the book; with empty chapters and templates, and no URL to fetch, it does none of that.
 */
class FinishedEpub extends EPub {
  readonly #book: Book;

  constructor(book: Book) {
    const { title, language, modified, documents } = book;
    const options = {
      version: 3,
      title,
      lang: language,
      date: modified,
      prependChapterTitles: false,
      chapterXHTML: nothing,
      contentOPF: nothing,
      tocXHTML: nothing,
      tocNCX: nothing,
    };
    const chapters = documents.map(({ name }) => ({ title: name, filename: name, content: "" }));
    super(options, chapters);
    this.uuid = book.identifier;
    this.#book = book;
  }

  protected override async generateTemplateFiles(): Promise<void> {
    await super.generateTemplateFiles();
    // JSZip's own deflation, for one small file, would take as long to begin as all else takes to pack.
    for (const file of this.zip.file(/^META-INF\//))
      addDeflated(this.zip, file.name, await file.async("string"));
  }

  protected override async downloadAllFonts(): Promise<void> {
    for (const { href, bytes } of this.#book.fonts) addDeflated(this.zip, `OEBPS/${href}`, await bytes);
  }

  protected override async downloadAllImages(): Promise<void> {
    // Pictures are compressed already, and read when it is their turn.
    for (const picture of this.#book.images)
      this.zip.file(`OEBPS/${picture.href}`, Readable.from(this.#bytesOf(picture)), {
        compression: "STORE",
      });
  }

  async *#bytesOf(picture: BookFile): AsyncGenerator<Uint8Array> {
    // JSZip asks for the next when it has the last, and has not handed it out yet.
    await setImmediate();
    yield await picture.bytes;
  }

  /** Write the archive, piece after piece. */
  async *archive(): AsyncGenerator<Uint8Array> {
    // JSZip's streams are of an older kind, which cannot be gone through.
    for await (const bytes of new Readable().wrap(await this.#stream())) yield bytes;
  }

  async #stream(): Promise<NodeJS.ReadableStream> {
    await this.render();
    this.zip.remove("OEBPS/toc.xhtml");
    const { css, documents, packageDocument, ncx, nav } = this.#book;
    addDeflated(this.zip, "OEBPS/style.css", css);
    for (const { name, xhtml } of documents) addDeflated(this.zip, `OEBPS/${name}`, xhtml);
    addDeflated(this.zip, "OEBPS/content.opf", packageDocument);
    addDeflated(this.zip, "OEBPS/toc.ncx", ncx);
    addDeflated(this.zip, "OEBPS/nav.xhtml", nav);
    const date = new Date(this.#book.modified);
    for (const [name, entry] of Object.entries(this.zip.files)) {
      if (entry.dir) delete this.zip.files[name];
      else entry.date = date;
    }
    return this.zip.generateNodeStream({
      type: "nodebuffer",
      streamFiles: false,
      mimeType: "application/epub+zip",
      platform: "DOS",
      compression: "DEFLATE",
      compressionOptions: { level: 6 },
    });
  }
}

import { beforeAll, describe, expect, test } from "vitest";
import { readBook } from "../../pipeline/check-epub/book.js";
import { checkEpub } from "../../pipeline/check-epub/check.js";
import { demands } from "../../pipeline/check-epub/retail/demands.js";
import { type RetailLine, retailLines } from "../../pipeline/check-epub/retail/judge.js";
import { retailText } from "../../pipeline/check-epub/retail/text.js";
import { flatJpeg } from "../support/jpeg.js";
import { writeBook } from "../write/epub/sample-book.js";
import { breakBook, type Entries, entriesOf } from "./broken.js";

let entries: Entries;
let sound: readonly RetailLine[];
beforeAll(async () => {
  entries = await entriesOf(await writeBook());
  sound = await linesOf((all) => all);
});

const pack = (change: (all: Entries) => Entries) =>
  breakBook(entries, { name: "", rule: "", change: (all) => change(new Map(all)) });

async function linesOf(change: (all: Entries) => Entries, size?: number): Promise<readonly RetailLine[]> {
  const book = await readBook("book.epub", await pack(change));
  if (!book) throw new Error("Expected a book");
  // Nobody packs gigabytes for a test: only the length is asked for.
  return retailLines(size === undefined ? book : { ...book, bytes: { length: size } as Uint8Array });
}

/** A file that begins as before and is longer by so many bytes. */
const longer = (path: string, bytes: number) => (all: Entries) => {
  const before = all.get(path);
  if (!before) throw new Error(`No ${path}`);
  const after = new Uint8Array(before.length + bytes);
  after.set(before);
  return all.set(path, after);
};
const cover = (width: number, height: number) => (all: Entries) =>
  all.set("OEBPS/cover.jpg", flatJpeg(width, height));
const edit = (path: string, before: string | RegExp, after: string) => (all: Entries) => {
  const text = new TextDecoder().decode(all.get(path));
  if (text.replace(before, after) === text) throw new Error(`Nothing to change in ${path}`);
  return all.set(path, new TextEncoder().encode(text.replace(before, after)));
};
const opf = "OEBPS/content.opf";

/** For each demand a book that does not meet it. */
const beyond: Readonly<Record<string, () => Promise<readonly RetailLine[]>>> = {
  "apple-image-pixels": () => linesOf(cover(2400, 2400)),
  "apple-size": () => linesOf((all) => all, 2_000_000_001),
  "google-size": () => linesOf((all) => all, 2_000_000_001),
  "google-cover-least": () => linesOf(cover(639, 1200)),
  "google-cover-most": () => linesOf(cover(100, 7201)),
  "kindle-cover-height": () => linesOf(cover(700, 999)),
  "kindle-cover-width": () => linesOf(cover(624, 1200)),
  "kindle-cover-sharp": () => linesOf(cover(1600, 2499)),
  "kindle-cover-most": () => linesOf(cover(100, 10_001)),
  "kindle-cover-size": () => linesOf(longer("OEBPS/cover.jpg", 50_000_000)),
  "kobo-size": () => linesOf((all) => all, 1_000_000_001),
  "kobo-cover-size": () => linesOf(longer("OEBPS/cover.jpg", 3_000_000)),
  "kobo-image-size": () => linesOf(longer("OEBPS/images/photo.png", 5_000_000)),
  "kobo-document-size": () => linesOf(longer("OEBPS/images/photo.png", 10_000_000)),
  "kobo-note-least": () => linesOf(edit("OEBPS/notes.xhtml", /2\.<\/a> Tables.*?<\/li>/s, "2.</a></p></li>")),
  "kobo-note-most": () => linesOf(edit("OEBPS/notes.xhtml", "Tables of", "Tables ".repeat(800))),
  "kobo-epubcheck": () =>
    linesOf(edit(opf, "</metadata>", '<meta property="pageBreakSource">Print</meta></metadata>')),
};

describe("a demand of a shop", () => {
  test("is met by a sound book, and has a figure, a limit and a place", () => {
    expect(sound.filter(({ met }) => !met)).toEqual([]);
    for (const line of sound) {
      expect(line.figure).toBeTypeOf("number");
      expect(line.limit).toBeTypeOf("number");
      expect(line.path).toMatch(/^(?:book\.epub|OEBPS\/.+)$/);
    }
  });

  test("is there for each of four shops", () => {
    expect(new Set(sound.map(({ shop }) => shop)).size).toBe(4);
    expect(Object.keys(beyond).sort()).toEqual(demands.map(({ id }) => id).sort());
  });

  test.each(Object.keys(beyond))("%s is shown not to be met", async (id) => {
    const lines = await beyond[id]?.();
    expect(lines?.find((line) => line.id === id)).toMatchObject({ met: false });
  });
});

describe("what EPUBCheck 4.2.6 takes for an error", () => {
  const detailOf = async (change: (all: Entries) => Entries) =>
    (await linesOf(change)).find(({ id }) => id === "kobo-epubcheck")?.detail;

  test("is a WebP image, unless another may stand for it", async () => {
    const webp = (fallback: string) =>
      edit(opf, 'media-type="image/png"', `media-type="image/webp"${fallback}`);
    expect(await detailOf(webp(""))).toContain("MED-003");
    expect(await detailOf(webp(' fallback="cover-image"'))).toBeUndefined();
  });

  test("is a role that was not there yet", async () => {
    const role = edit("OEBPS/tides.xhtml", "<hr/>", '<div role="doc-pageheader">x</div>');
    expect(await detailOf(role)).toContain("RSC-005");
  });
});

describe("the retail section", () => {
  test("says in a line what came of a demand, with its figure and its limit", async () => {
    const text = retailText(await linesOf(cover(2400, 2400)));
    expect(text).toMatch(/^retail\n/);
    expect(text.split("\n")).toHaveLength(demands.length + 2);
    expect(text).toContain(
      "refused          Apple Books        width × height of an image 5.76 million pixels, at most 5.60 million pixels (OEBPS/cover.jpg)",
    );
    expect(text).toMatch(
      /advised against {2}Kindle .* height of the cover 2400 pixels, at least 2500 pixels/,
    );
    expect(text).toMatch(/ok .* Google Play Books {2}the book \d+\.\d kB, at most 2 GB \(book\.epub\)/);
  });

  test("says that a book has nothing of a kind", async () => {
    const text = retailText(await linesOf(edit(opf, ' properties="cover-image"', "")));
    expect(text).toMatch(/-\s+Kindle\s+the cover none, at most 50 MB/);
  });

  test("warns of what is refused, and of nothing that is only advised against", async () => {
    const { messages } = await checkEpub("book.epub", await pack(cover(2400, 2400)));
    const retail = messages.filter(({ ruleId }) => ruleId?.startsWith("retail/"));
    expect(retail.map(({ ruleId, fatal, file }) => [ruleId, fatal, file])).toEqual([
      ["retail/apple-image-pixels", false, "book.epub/OEBPS/cover.jpg"],
    ]);
  });
});

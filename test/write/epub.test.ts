import { EpubCheck } from "@likecoin/epubcheck-ts";
import { imageSize } from "image-size";
import { VFileMessage } from "vfile-message";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Spool } from "../../pipeline/publication.js";
import { spoolInMemory } from "../../pipeline/spooled.js";
import { epub } from "../../pipeline/write/epub.js";
import { typesetter } from "../support/browser.js";
import { reportTheme } from "../support/report-theme.js";
import { samplePublication } from "../support/sample-publication.js";
import { danglingReferences, idsOf, referencesOf } from "./epub/references.js";
import { broken, filesOf, tools, writeBook } from "./epub/sample-book.js";

let book: Uint8Array;
let files: Map<string, string>;

beforeAll(async () => {
  book = await writeBook();
  files = await filesOf(book);
});

describe("the artifact", () => {
  it("is named after the title", async () => {
    const { artifacts, messages } = await epub.write(samplePublication(), await reportTheme(), tools);
    const [artifact] = artifacts ?? [];
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(["page-list-absent"]);
    expect(artifact).toMatchObject({
      kind: "epub",
      name: "a-short-account-of-harbours.epub",
      mediaType: "application/epub+zip",
    });
  });

  it("is none where its container could not count its bytes", async () => {
    const spool = (): Spool => {
      const { write, end } = spoolInMemory();
      return { write, end: () => ({ ...end(), size: 2 ** 32 }) };
    };
    const written = await epub.write(samplePublication(), await reportTheme(), { ...tools, spool });
    expect(written.artifacts).toBeUndefined();
    expect(written.messages.map(String)).toContainEqual(
      expect.stringContaining("Unexpected size of the e-book, 4.3 GB"),
    );
    expect(written.messages.find(({ ruleId }) => ruleId === "epub-too-large")?.fatal).toBe(true);
  });

  it("has a name where the title has no Latin letters", async () => {
    const publication = samplePublication();
    const arabic = { ...publication, metadata: { ...publication.metadata, title: "الموانئ" } };
    const [artifact] = (await epub.write(arabic, await reportTheme(), tools)).artifacts ?? [];
    expect(artifact?.name).toBe("الموانئ.epub");
  });

  it("is not made where the cover cannot be pictured, and says why", async () => {
    const reason = new VFileMessage("No browser was found", { ruleId: "browser-missing" });
    const typesetter = { ...tools.typesetter, picture: () => Promise.reject(reason) };
    const written = epub.write(samplePublication(), await reportTheme(), { ...tools, typesetter });
    await expect(written).rejects.toBe(reason);
  });

  it("leaves the publication as it was", async () => {
    const publication = samplePublication();
    await writeBook(publication);
    expect(publication.parts).toEqual(samplePublication().parts);
    expect(publication.images).toEqual(samplePublication().images);
  });
});

describe("the archive", () => {
  /** What the local headers say (APPNOTE 4.3.7): the entries as a streaming reader meets them. */
  function entries(bytes: Uint8Array) {
    const data = Buffer.from(bytes);
    const found = [];
    for (let at = 0; data.readUInt32LE(at) === 0x04034b50; ) {
      const [name, extra] = [data.readUInt16LE(at + 26), data.readUInt16LE(at + 28)];
      const end = at + 30 + name + extra + data.readUInt32LE(at + 18);
      found.push({
        name: data.toString("utf8", at + 30, at + 30 + name),
        method: data.readUInt16LE(at + 8),
        extra,
        date: data.readUInt16LE(at + 12),
        time: data.readUInt16LE(at + 10),
        data: data.subarray(at + 30 + name + extra, end),
      });
      at = end;
    }
    return found;
  }

  it("begins with the media type, stored and without extra fields (EPUB 3.3, OCF ZIP container)", () => {
    const [first] = entries(book);
    expect(first).toMatchObject({ name: "mimetype", method: 0, extra: 0 });
    expect(first?.data.toString()).toBe("application/epub+zip");
  });

  it("holds files alone, each dated with the publication's own instant", () => {
    const all = entries(book);
    expect(all.map(({ name }) => name)).toEqual([
      "mimetype",
      "OEBPS/style.css",
      "OEBPS/cover.xhtml",
      "OEBPS/title-page.xhtml",
      "OEBPS/imprint.xhtml",
      "OEBPS/summary.xhtml",
      "OEBPS/quays.xhtml",
      "OEBPS/tides.xhtml",
      "OEBPS/author.xhtml",
      "OEBPS/notes.xhtml",
      "META-INF/container.xml",
      "OEBPS/content.opf",
      "OEBPS/toc.ncx",
      "OEBPS/fonts/SourceSerif4SmText-Regular.ttf",
      "OEBPS/fonts/SourceSerif4SmText-It.ttf",
      "OEBPS/fonts/SourceSerif4SmText-Semibold.ttf",
      "OEBPS/fonts/SourceSerif4Display-Light.ttf",
      "OEBPS/fonts/SourceSerif4Display-LightIt.ttf",
      "OEBPS/fonts/SourceSans3-Regular.ttf",
      "OEBPS/fonts/SourceSans3-Semibold.ttf",
      "OEBPS/fonts/noto-naskh-arabic-arabic-400-normal.ttf",
      "OEBPS/fonts/noto-naskh-arabic-arabic-700-normal.ttf",
      "OEBPS/images/photo.png",
      "OEBPS/cover.jpg",
      "OEBPS/nav.xhtml",
    ]);
    // 2021-03-04, 00:00:00, as DOS writes it.
    const date = ((2021 - 1980) << 9) | (3 << 5) | 4;
    expect(new Set(all.map((entry) => `${entry.date} ${entry.time}`))).toEqual(new Set([`${date} 0`]));
  });
});

describe("the same publication", () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  it.each([
    ["UTC", "1999-12-31T23:59:59Z", 0.1, 0],
    ["Pacific/Kiritimati", "2031-06-15T12:00:00Z", 0.9, -840],
  ])("gives the same bytes in %s at %s", async (zone, now, dice, offset) => {
    vi.stubEnv("TZ", zone);
    vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
    expect(new Date()).toEqual(new Date(now));
    expect(new Date().getTimezoneOffset()).toBe(offset);
    vi.spyOn(Math, "random").mockReturnValue(dice);
    expect(Buffer.from(await writeBook()).equals(Buffer.from(book))).toBe(true);
  });

  it("gives other bytes once it was modified", async () => {
    const publication = samplePublication();
    const metadata = { ...publication.metadata, modified: "2021-03-05T00:00:00Z" };
    expect(Buffer.from(await writeBook({ ...publication, metadata })).equals(Buffer.from(book))).toBe(false);
  });
});

describe("links", () => {
  it("all lead somewhere, from the contents, the text and the notes", () => {
    expect(referencesOf(files).length).toBeGreaterThan(30);
    expect(danglingReferences(files)).toEqual([]);
  });

  it("that lead nowhere would be seen", async () => {
    const lost = await broken(book, "OEBPS/quays.xhtml", (text) =>
      text.replace("notes.xhtml#fn-1", "notes.xhtml#fn-9"),
    );
    expect(danglingReferences(await filesOf(lost))).toEqual(["quays.xhtml -> notes.xhtml#fn-9"]);
  });

  it("join every note call to its note and every note to each of its calls", () => {
    const references = referencesOf(files);
    const calls = references.filter(({ role }) => role === "doc-noteref");
    const back = references.filter(({ role }) => role === "doc-backlink");
    expect(calls.map(({ from, to }) => `${from} -> ${to}`)).toEqual([
      "quays.xhtml -> notes.xhtml#fn-1",
      "quays.xhtml -> notes.xhtml#fn-1",
      "tides.xhtml -> notes.xhtml#fn-2",
    ]);
    expect(back.map(({ to }) => to).sort()).toEqual(calls.map(({ from, id }) => `${from}#${id}`).sort());
  });

  it("find each id once in its document", () => {
    for (const [name, ids] of idsOf(files)) expect([name, ids]).toEqual([name, [...new Set(ids)]]);
  });
});

describe("EPUBCheck in TypeScript", () => {
  const problems = async (bytes: Uint8Array) => {
    const { messages } = await EpubCheck.validate(bytes);
    return messages.filter(({ severity }) => /fatal|error|warning/.test(severity)).map(({ id }) => id);
  };

  it("finds neither error nor warning", async () => {
    expect(await problems(book)).toEqual([]);
  });

  it.each([
    ["a link to nowhere", "OEBPS/quays.xhtml", /notes\.xhtml#fn-1/, "notes.xhtml#fn-9", "RSC-012"],
    ["a missing image", "OEBPS/tides.xhtml", /images\/photo\.png/, "images/lost.png", "RSC-007"],
    ["an id of two elements", "OEBPS/notes.xhtml", /id="fn-2"/, 'id="fn-1"', "RSC-005"],
    ["a drawing that is not declared", "OEBPS/content.opf", / properties="svg"/, "", "OPF-014"],
    ["a spine that names nothing", "OEBPS/content.opf", /idref="part-tides"/, 'idref="tides"', "OPF-049"],
    ["XML that is not well-formed", "OEBPS/tides.xhtml", /<hr\/>/, "<p>a & b</p>", "RSC-016"],
    [
      "a book without an instant",
      "OEBPS/content.opf",
      /<meta property="dcterms:modified">.*?<\/meta>/,
      "",
      "RSC-005",
    ],
  ])("would find %s", async (_, name, pattern, replacement, id) => {
    const bytes = await broken(book, name, (text) => text.replace(pattern, replacement));
    expect(await problems(bytes)).toContain(id);
  });
});

describe("the cover, pictured by the real browser", () => {
  it("is a JPEG at the size that shops ask for, with words and a drawing on it", async () => {
    const all = { ...tools, typesetter };
    const { artifacts } = await epub.write(samplePublication(), await reportTheme(), all);
    const [artifact] = artifacts ?? [];
    if (!artifact) throw new Error("Expected an artifact");
    const { default: JSZip } = await import("jszip");
    const cover = await (await JSZip.loadAsync(artifact.file.read()))
      .file("OEBPS/cover.jpg")
      ?.async("uint8array");
    if (!cover) throw new Error("Expected a cover");
    expect(imageSize(cover)).toMatchObject({ type: "jpg", width: 1600, height: 2560 });
    // A blank page of this size is some 25 kB.
    expect(cover.length).toBeGreaterThan(60_000);
  });
});

import JSZip from "jszip";
import { describe, expect, test } from "vitest";
import { docx as importer } from "../../pipeline/import/docx.js";
import { epub } from "../../pipeline/import/epub.js";
import { html } from "../../pipeline/import/html.js";
import type { Importer } from "../../pipeline/import/importer.js";
import { markdown } from "../../pipeline/import/markdown-dialects.js";
import { docx, p, picture, run } from "../support/docx.js";
import { broughtIn } from "../support/import.js";

const bring = async (bytes: Uint8Array, by: Importer = importer) => {
  const { messages, texts } = await broughtIn(by, "a.docx", [{ name: "a.docx", bytes }]);
  expect(texts.size).toBe(0);
  return messages;
};
const big = (bytes: number) => new Uint8Array(bytes).fill(32);
const encode = (text: string) => new TextEncoder().encode(text);

describe("a hostile Word document ends in one message", () => {
  test("that unpacks to gigabytes", async () => {
    const relationships = `<Relationship Id="p" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image1.png"/>`;
    const files = { "word/media/image1.png": big(160_000_000) };
    const bomb = await docx({ body: p(picture("p")), files, relationships });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await bring(bomb)).toBe(
      "a.docx error import-unreadable Unexpected archive that unpacks to more than 150 MB\n",
    );
  });

  test("whose text is larger than any report", async () => {
    const bytes = await docx({ body: p(run("word ".repeat(2_500_000))) });
    expect(await bring(bytes)).toMatch(
      /^a\.docx error import-unreadable Unexpected 1\d MB of text in word\/document\.xml/,
    );
  });

  test("with a path that leads out of the archive", async () => {
    const zip = new JSZip();
    zip.file("../../evil.txt", "x");
    const bytes = await zip.generateAsync({ type: "uint8array" });
    expect(await bring(bytes)).toBe(
      "a.docx error import-unreadable Unexpected path in the archive, which leads out of it: ../../evil.txt\n",
    );
  });

  test("with entities that expand", async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document/>`;
    const bytes = await docx({ body: "", files: { "word/document.xml": laughs } });
    expect(await bring(bytes)).toMatch(
      /^a\.docx error import-unreadable Unexpected document type declaration/,
    );
  });

  test("with a million notes", async () => {
    const footnotes = `<w:footnote w:id="1"/>`.repeat(1_000_000);
    expect(await bring(await docx({ body: p("x"), footnotes }))).toMatch(
      /^a\.docx error import-unreadable Unexpected 23 MB of text in word\/footnotes\.xml/,
    );
  });

  test("with more notes than a reader could follow", async () => {
    const body = p(
      Array.from({ length: 21_000 }, (_, i) => `<w:r><w:footnoteReference w:id="${i}"/></w:r>`).join(""),
    );
    expect(await bring(await docx({ body }))).toMatch(
      /^a\.docx error import-unreadable Unexpected number of footnotes/,
    );
  });

  test("with more paragraphs than a book has", async () => {
    expect(await bring(await docx({ body: p("x").repeat(13_000) }))).toMatch(/Unexpected 13000 paragraphs/);
  });

  test("with elements in one another beyond end", async () => {
    const body = `${"<w:smartTag>".repeat(100_000)}${"</w:smartTag>".repeat(100_000)}`;
    expect(await bring(await docx({ body }))).toMatch(
      /^a\.docx error import-unreadable Unexpected 200 elements within/,
    );
  });

  test("that is none", async () => {
    expect(await bring(Uint8Array.from([1, 2, 3, 0]))).toMatch(
      /^a\.docx error import-unreadable .* expected a ZIP archive/,
    );
    const zip = await new JSZip().file("a", "b").generateAsync({ type: "uint8array" });
    expect(await bring(zip)).toMatch(
      /^a\.docx error import-unreadable Unexpected archive without a document/,
    );
  });

  test("of 100 MB", async () => {
    expect(await bring(big(100_000_000))).toMatch(/^a\.docx error import-too-large /);
  });
});

describe("hostile Markdown ends in one message", () => {
  test("with a million notes", async () => {
    const notes = encode(Array.from({ length: 150_000 }, (_, i) => `[^${i}]: n\n`).join(""));
    expect(await bring(notes, markdown)).toMatch(
      /^a\.docx error import-unreadable Unexpected number of notes, more than 10000/,
    );
  });

  test("with more blocks, longer ones or more in one another than people write", async () => {
    expect(await bring(encode("a\n\n".repeat(13_000)), markdown)).toMatch(/Unexpected 1300\d blocks/);
    expect(await bring(encode("*a _b ".repeat(30_000)), markdown)).toMatch(
      /Unexpected block of 1\d+ characters/,
    );
    expect(await bring(encode(`${"> ".repeat(60)}a`), markdown)).toMatch(/Unexpected 50 quotations or lists/);
  });

  test("with aliases in its front matter that expand", async () => {
    const laughs = encode("---\na: &a [x, x]\nb: [*a, *a]\n---\n\nText.\n");
    expect(await bring(laughs, markdown)).toMatch(
      /^a\.docx error import-unreadable Unexpected alias in YAML/,
    );
  });

  test("of 100 MB, and binary", async () => {
    expect(await bring(big(100_000_000), markdown)).toMatch(
      /error import-unreadable Unexpected 100 MB of Markdown/,
    );
    const binary = new Uint8Array(5000).map((_, i) => i % 256);
    expect(await bring(binary, markdown)).toMatch(
      /^a\.docx error import-unreadable Unexpected binary content/,
    );
  });
});

describe("a hostile book or page ends in one message", () => {
  const book = (entries: Readonly<Record<string, string>>) => {
    const zip = new JSZip();
    for (const [path, content] of Object.entries(entries)) zip.file(path, content);
    return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
  };
  const container = `<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>`;
  const opf = `<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>`;

  test("with elements in one another, or too many of them", async () => {
    const deep = { "META-INF/container.xml": container, "b.opf": opf, "a.xhtml": "<b>".repeat(100_000) };
    expect(await bring(await book(deep), epub)).toMatch(
      /error import-unreadable Unexpected 200 elements within/,
    );
    const many = { ...deep, "a.xhtml": `<html>${"<p/>".repeat(300_000)}</html>` };
    expect(await bring(await book(many), epub)).toMatch(
      /error import-unreadable Unexpected text of more than 250000/,
    );
  });

  test("with more notes than a reader could follow", async () => {
    const call = (_: unknown, i: number) => `<a epub:type="noteref" href="#n${i}">1</a><p id="n${i}">x</p>`;
    const page = `<html>${Array.from({ length: 10_001 }, call).join("")}</html>`;
    expect(await bring(encode(page), html)).toMatch(
      /error import-unreadable a\.docx: Unexpected number of notes, more than 10000|error import-unreadable Unexpected number of notes, more than 10000/,
    );
  });

  test("that is encrypted, and one without a spine", async () => {
    const locked = `<encryption><EncryptedData><CipherReference URI="a.xhtml"/></EncryptedData></encryption>`;
    const bytes = await book({
      "META-INF/encryption.xml": locked,
      "META-INF/container.xml": container,
      "b.opf": opf,
    });
    expect(await bring(bytes, epub)).toMatch(/error import-unreadable Unexpected encrypted book/);
    expect(await bring(await book({ a: "b" }), epub)).toMatch(
      /error import-unreadable Unexpected archive without a spine/,
    );
  });

  test("of 100 MB, of a depth without end, and binary", async () => {
    expect(await bring(big(100_000_000), html)).toMatch(/error import-too-large /);
    expect(await bring(encode("<div>".repeat(100_000)), html)).toMatch(
      /error import-unreadable Unexpected \d+ elements within/,
    );
    expect(
      await bring(
        new Uint8Array(5000).map((_, i) => i % 256),
        html,
      ),
    ).toMatch(/error import-unreadable Unexpected binary/);
  });
});

import { describe, expect, it } from "vitest";
import { toXml } from "xast-util-to-xml";
import { checkEpub } from "../../../pipeline/check-epub/check.js";
import type { Metadata } from "../../../pipeline/publication.js";
import { accessibilityOf } from "../../../pipeline/write/epub/accessibility.js";
import { bookMetadata } from "../../../pipeline/write/epub/book-metadata.js";
import { samplePublication } from "../../support/sample-publication.js";
import { filesOf, writeBook } from "./sample-book.js";

const sample = samplePublication();
const metadataOf = (changes: Partial<Metadata>) =>
  toXml(bookMetadata({ ...sample.metadata, ...changes }, accessibilityOf(sample), true));

describe("bookMetadata", () => {
  it("says all that publication.yaml says", () => {
    const xml = metadataOf({});
    for (const part of [
      '<dc:identifier id="publication-id">urn:isbn:9780000000002</dc:identifier>',
      '<dc:title id="title">A Short Account of Harbours</dc:title><meta refines="#title" property="title-type">main</meta>',
      '<meta refines="#subtitle" property="title-type">subtitle</meta>',
      '<dc:creator id="person-1">Ada Marsh</dc:creator>',
      '<meta refines="#person-1" property="role" scheme="marc:relators">aut</meta>',
      '<meta refines="#person-1" property="file-as">Marsh, Ada</meta>',
      "<dc:language>en-GB</dc:language>",
      "<dc:publisher>Lantern Press</dc:publisher>",
      "<dc:date>2021-03-04</dc:date>",
      "<dc:description>What harbours promise, and to whom.</dc:description>",
      "<dc:subject>Harbours</dc:subject>",
      "<dc:rights>Copyright 2021 the authors.</dc:rights>",
      '<meta property="dcterms:license">https://creativecommons.org/licenses/by/4.0/</meta>',
      '<meta property="belongs-to-collection" id="series">Lantern Papers</meta>',
      '<meta refines="#series" property="group-position">7</meta>',
      '<meta property="dcterms:modified">2021-03-04T00:00:00Z</meta>',
      '<meta property="schema:accessMode">textual</meta>',
    ]) {
      expect(xml).toContain(part);
    }
    expect(xml).not.toContain("conformsTo");
  });

  it("says that the book conforms where someone certifies it, and who", async () => {
    const certification = {
      certifier: "The Access Office",
      level: "AA",
      credential: "Certified",
      report: "https://example.org/report",
    } as const;
    expect(metadataOf({ certification })).toContain(
      '<meta property="dcterms:conformsTo" id="conformance">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>' +
        '<meta refines="#conformance" property="a11y:certifiedBy" id="certifier">The Access Office</meta>' +
        '<meta refines="#certifier" property="a11y:certifierCredential">Certified</meta>' +
        '<link refines="#certifier" rel="a11y:certifierReport" href="https://example.org/report"></link>',
    );
    const book = await writeBook({ ...sample, metadata: { ...sample.metadata, certification } });
    expect((await checkEpub("book.epub", book)).messages.map(String)).toEqual([]);
  });

  it("takes the editors of a collection for its creators, and translators for contributors", () => {
    const person = (name: string, role: string) => ({ name, sort: name, role, roleName: role });
    const xml = metadataOf({ contributors: [person("E", "edt"), person("T", "trl"), person("F", "edt")] });
    expect(xml).toContain('<dc:creator id="person-1">E<');
    expect(xml).toContain('<dc:contributor id="person-2">T<');
    expect(xml).toContain('<dc:creator id="person-3">F<');
  });

  it("gives a series no position that is not a number", () => {
    expect(metadataOf({ series: { title: "S", number: "Special issue" } })).not.toContain("group-position");
  });
});

describe("the package document", () => {
  it("reads in the order of the parts, the nav in the place of the contents", async () => {
    const opf = (await filesOf(await writeBook())).get("OEBPS/content.opf") ?? "";
    expect([...opf.matchAll(/idref="([^"]+)"/g)].map(([, id]) => id)).toEqual([
      "part-cover",
      "part-title-page",
      "part-imprint",
      "nav",
      "part-summary",
      "part-quays",
      "part-tides",
      "part-author",
      "part-notes",
    ]);
  });

  it("lists every file of the container once", async () => {
    const files = await filesOf(await writeBook());
    const hrefs = [...(files.get("OEBPS/content.opf") ?? "").matchAll(/<item [^>]*href="([^"]+)"/g)].map(
      ([, href]) => href,
    );
    const held = [...files.keys()].filter((name) => name.startsWith("OEBPS/") && !name.endsWith(".opf"));
    expect(hrefs.sort()).toEqual(held.map((name) => name.replace("OEBPS/", "")).sort());
  });

  it("guides reading systems that know EPUB 2 alone", async () => {
    const opf = (await filesOf(await writeBook())).get("OEBPS/content.opf") ?? "";
    const [guide = ""] = /<guide>.*<\/guide>(?=\s*<\/package>)/s.exec(opf) ?? [];
    const references = [...guide.matchAll(/<reference type="([^"]+)" title="([^"]+)" href="([^"]+)"/g)];
    expect(references.map(([, type, title, href]) => `${type}: ${title} ${href}`)).toEqual([
      "cover: Cover cover.xhtml",
      "title-page: Title page title-page.xhtml",
      "toc: Contents nav.xhtml",
      "loi: Figures nav.xhtml#list-of-figures",
      "lot: Tables nav.xhtml#list-of-tables",
      "text: Start of content quays.xhtml",
      "notes: Notes notes.xhtml",
    ]);
  });

  it("turns the pages from right to left where the language does", async () => {
    const publication = { ...sample, metadata: { ...sample.metadata, language: "ar" } };
    const opf = (await filesOf(await writeBook(publication))).get("OEBPS/content.opf") ?? "";
    expect(opf).toContain('<spine toc="ncx" page-progression-direction="rtl">');
  });
});

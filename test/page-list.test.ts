import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";
import { SKIP, visit } from "unist-util-visit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPdf, type PageFacts, pagesOf } from "./support/pdf.js";
import { root, runCli } from "./support/run-cli.js";
import { filesOf } from "./write/epub/sample-book.js";

/** The project's own manuscript, built by the real command: the pages of its PDF, and its book cut at the markers. */
let out: string;
let pages: PageFacts[];
let files: Map<string, string>;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), "quoin-page-list-"));
  const { code, stderr } = await runCli(["build", "--out", out], root);
  expect(code, stderr).toBe(0);
  const read = (extension: string) => readFile(join(out, `chasing-the-impossible-dream.${extension}`));
  const pdf = await openPdf(await read("pdf"));
  pages = await pagesOf(pdf);
  await pdf.loadingTask.destroy();
  files = await filesOf(await read("epub"));
});
afterAll(() => rm(out, { recursive: true, force: true }));

const bare = (text: string) => text.replace(/[\s\u00AD\u200B]/g, "");

/** What stands behind each marker of a document, up to the next: its pieces of text, and its figures' captions. */
function stretches(xhtml: string): { label: string; texts: string[]; captions: string[] }[] {
  const found: { label: string; texts: string[]; captions: string[] }[] = [];
  const tree: Root = fromHtml(xhtml.replace(/^<\?xml[^>]*>/, ""));
  visit(tree, (node) => {
    if (node.type === "element" && node.properties.role === "doc-pagebreak")
      found.push({ label: String(node.properties.ariaLabel), texts: [], captions: [] });
    // The words of a drawing are the picture’s.
    if (node.type === "element" && node.tagName === "svg") return SKIP;
    const last = found.at(-1);
    if (node.type === "element" && /^(?:figcaption|table)$/.test(node.tagName)) {
      // A figure may go to the next page before the text behind it does.
      // The page may begin with it.
      visit(node, "element", ({ properties }) => {
        if (properties.role !== "doc-pagebreak") return;
        found.push({ label: String(properties.ariaLabel), texts: [], captions: [] });
      });
      found.at(-1)?.captions.push(textOf(node));
      return SKIP;
    }
    if (node.type === "text" && bare(node.value) !== "") last?.texts.push(bare(node.value));
    return undefined;
  });
  return found;
}

test("lists every page that has a folio and words of the book, in order, and every marker", () => {
  const listed: string[] = [];
  visit(fromHtml(files.get("OEBPS/nav.xhtml") ?? ""), "element", (nav: Element) => {
    if (nav.properties["epub:type"] !== "page-list") return;
    visit(nav, "element", (link) => {
      if (link.tagName === "a") listed.push(`${textOf(link)} ${link.properties.href}`);
    });
  });
  const printed = pages.filter(({ text, label }) => /^(?:\d+|[ivxlc]+)$/.test(label) && text.trim() !== "");
  expect(listed.map((entry) => entry.split(" ")[0])).toEqual(printed.map(({ label }) => label));
  for (const entry of listed) {
    const [label, href = ""] = entry.split(" ");
    const [file, id] = href.split("#");
    expect(files.get(`OEBPS/${file}`)).toContain(
      `<span id="${id}" epub:type="pagebreak" role="doc-pagebreak" aria-label="${label}"></span>`,
    );
  }
  const markers = [...files.values()].join("").match(/role="doc-pagebreak"/g);
  expect(markers).toHaveLength(listed.length);
  expect(files.get("OEBPS/toc.ncx")?.match(/<pageTarget /g)).toHaveLength(listed.length);
  const opf = files.get("OEBPS/content.opf");
  for (const word of ["pageBreakSource", ">pageBreakMarkers<", ">pageNavigation<"])
    expect(opf).toContain(word);
});

test("has between two markers the words of that page of the PDF", () => {
  let compared = 0;
  for (const [name, xhtml] of files) {
    // The nav's own list is not the printed one.
    if (!name.endsWith(".xhtml") || name.endsWith("nav.xhtml")) continue;
    const figures = stretches(xhtml).flatMap(({ captions }) => captions);
    for (const { label, texts, captions } of stretches(xhtml)) {
      // A word that is cut at a line's end shows a hyphen there.
      const page = pages.find((each) => each.label === label)?.text.replace(/[-\u2010\u00AD]\n/g, "") ?? "";
      const words = (text: string) =>
        bare(text.normalize("NFKC"))
          .replace(/[-\u2010\u21A9\u2191\u2019\u02BC]/g, "")
          .toLowerCase();
      let rest = words(page);
      // Long pieces first: a short one may be part of a long one.
      for (const text of texts.map(words).sort((a, b) => b.length - a.length)) {
        expect(rest, `page ${label}`).toContain(text);
        rest = rest.replace(text, "");
      }
      // A running head and a folio are left; on a page with a figure, its caption and its own words.
      const figured = figures.some((caption) => rest.includes(words(caption)));
      if (!figured) expect(rest.length, `page ${label}: ${rest}`).toBeLessThan(60);
      const at = pages.findIndex((each) => each.label === label);
      const near = words(
        pages
          .slice(at, at + 2)
          .map(({ text }) => text.replace(/[-\u2010\u00AD]\n/g, ""))
          .join(""),
      );
      for (const caption of captions) expect(near, `page ${label}`).toContain(words(caption));
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(20);
});

test("breaks no heading and stands in no list", () => {
  for (const [name, xhtml] of files) {
    if (!name.endsWith(".xhtml")) continue;
    visit(fromHtml(xhtml.replace(/^<\?xml[^>]*>/, "")), "element", (node, _, parent) => {
      if (node.properties.role !== "doc-pagebreak") return;
      expect(parent?.type === "element" && /^(?:h[1-6]|ol|ul|dl|table|tr)$/.test(parent.tagName), name).toBe(
        false,
      );
    });
  }
});

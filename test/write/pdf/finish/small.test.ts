import { createHash } from "node:crypto";
import { PDFDocument, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import { beforeAll, expect, test } from "vitest";
import type { Theme } from "../../../../pipeline/publication.js";
import { finish } from "../../../../pipeline/write/pdf/finish.js";
import { paragraph, smallDocument } from "../../../edges/browser/small-document.js";
import { typesetter } from "../../../support/browser.js";
import { samplePublication } from "../../../support/sample-publication.js";

let photograph: Uint8Array;
let bytes: Uint8Array;
let streams: readonly PDFRawStream[];
beforeAll(async () => {
  const html = `<body style="margin:0;background:repeating-conic-gradient(#123 0 7deg,#c84 9deg 13deg)">`;
  photograph = await typesetter.picture({ html, resources: new Map() }, 900, 700);
  const figure = (alt: string) => `<figure><img src="/photograph.jpg" alt="${alt}" width="200"></figure>`;
  const document = smallDocument(
    `<section data-part="a">${paragraph(1)}${figure("First")}</section><section data-part="b">${figure("Again")}</section>`,
    { resources: new Map([["/photograph.jpg", { mediaType: "image/jpeg", bytes: photograph }]]) },
  );
  const theme = { trim: { width: 100, height: 100 } } as Theme;
  const sample = samplePublication();
  const publication = { ...sample, metadata: { ...sample.metadata, trim: theme.trim } };
  const { file } = await finish(await typesetter.typeset(document), publication, theme, []);
  bytes = file?.read() ?? new Uint8Array();
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  streams = pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFRawStream ? [object] : []));
});

const ofType = (key: string, value: string) =>
  streams.filter(({ dict }) => dict.get(PDFName.of(key)) === PDFName.of(value));
const hash = (content: Uint8Array) => createHash("sha256").update(content).digest("hex");

test("a photograph that is shown twice is in the file once, byte for byte as it was", () => {
  expect(ofType("Subtype", "Image").map(({ contents }) => hash(contents))).toEqual([hash(photograph)]);
});

test("all but streams lies in compressed object streams", () => {
  expect(ofType("Type", "ObjStm").length).toBeGreaterThan(0);
  const file = Buffer.from(bytes);
  expect(["/StructTreeRoot", "/Subtype/Link", "/MediaBox"].filter((key) => file.includes(key))).toEqual([]);
});

test("a file is no more than 1.2 times the images and fonts in it", () => {
  const images = ofType("Subtype", "Image").reduce((sum, { contents }) => sum + contents.length, 0);
  const fonts = streams.filter(({ dict }) => dict.has(PDFName.of("Length1")));
  const used = fonts.reduce((sum, { contents }) => sum + contents.length, images);
  expect(bytes.length / used).toBeLessThan(1.2);
});

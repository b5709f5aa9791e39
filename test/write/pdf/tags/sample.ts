import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import type { Publication, Theme, Typeset } from "../../../../pipeline/publication.js";
import { type MarkedDocument, printDocument } from "../../../../pipeline/write/pdf/print-document.js";
import { typesetter } from "../../../support/browser.js";
import { reportTheme } from "../../../support/report-theme.js";
import { samplePublication } from "../../../support/sample-publication.js";

/** The sample publication as the browser prints it, with a paragraph, a list and a note longer than a page. */
export interface Sample {
  readonly publication: Publication;
  readonly theme: Theme;
  readonly document: MarkedDocument;
  readonly typeset: Typeset;
}

const words = (length: number) =>
  Array.from(
    { length },
    (_, i) => `${["harbour", "promise", "municipality", "stone", "weather"][i % 5]}${i}`,
  ).join(" ");

const longHtml = `<section id="long" class="chapter body" role="doc-chapter" aria-labelledby="long-title">
<header class="opener"><h1 id="long-title">Long</h1></header><p>Opening.</p><p id="longest">${words(900)}</p>
<p>One <em lang="la">mare nostrum</em>, <span lang="ar" dir="rtl">البحر</span>, <span lang="de">das Meer</span>.</p>
<ul><li>${words(400)}</li><li>Short.</li></ul></section>`;

/** Chromium paints what is translucent through forms, here also one in another, one over two pages, and one with a picture. */
const translucent =
  ".epigraph, #quays-silt, #longest, figcaption, figcaption .credit { opacity: 0.8 } #fig-routes { opacity: 0.9 }";

/** Typeset the sample once. */
export async function typesetSample(): Promise<Sample> {
  const sample = samplePublication();
  const [long] = fromHtml(longHtml, { fragment: true }).children as Element[];
  if (!long) throw new Error("The long chapter is empty");
  const parts = sample.parts.flatMap((part) =>
    part.id === "author"
      ? [{ ...part, id: "long", title: "Long", tree: { type: "root" as const, children: [long] } }, part]
      : [part],
  );
  const publication = { ...sample, parts };
  const report = await reportTheme();
  const { "print.css": print = "", ...styles } = report.styles;
  const theme = { ...report, styles: { ...styles, "print.css": `${print}\n${translucent}` } };
  const document = await printDocument(publication, theme, "screen");
  return { publication, theme, document, typeset: await typesetter.typeset(document) };
}

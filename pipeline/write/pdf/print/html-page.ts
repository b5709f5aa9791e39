import type { Element, Root } from "hast";
import { h } from "hastscript";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { direction } from "../../../direction.js";
import type { Publication } from "../../../publication.js";
import { lead, type PageGeometry } from "./page-geometry.js";

/**
 * What Chromium must know beside the theme. Paged.js takes every break property for itself and then forgets all but the nearest: Chromium
 * keeps these as well. A table is hyphenated only where the typesetter finds that it would not fit.
 */
const forChromium = [
  "table{hyphens:none}",
  "h1,h2,h3,h4,h5,h6,header.opener,.callout-title,.contributor-name,.contributor-role,caption,thead{break-after:avoid}",
  "figure,.pull-quote,.callout,.series,.epigraph,tr,.opener,.formula{break-inside:avoid}",
].join("");

/** Make the HTML of pages of a publication: its styles, and what the typesetter must know of their lines. */
export function htmlPage(
  { metadata, words }: Publication,
  css: { readonly fonts: string; readonly styles: string },
  body: Element,
  { measure, reach, lines }: Pick<PageGeometry, "measure" | "reach" | "lines">,
): string {
  const dir = direction(metadata.language);
  const head = h("head", [
    h("meta", { charSet: "utf-8" }),
    h("title", metadata.title),
    // Paged.js would declare the faces anew, and every one of them would be sent again.
    h("style", { dataPagedjsIgnore: "" }, css.fonts),
    h("style", css.styles),
    h("style", { dataEdition: "" }),
    h("style", { dataPagedjsIgnore: "" }, forChromium),
  ]);
  const lengths = {
    dataLine: String(lead),
    dataLeastLines: "5",
    dataArea: `${measure + reach}x${lines * lead}`,
  };
  const notes = metadata.notes.placement === "footnotes" && { dataSeePage: words.seePage };
  const html = h("html", { lang: metadata.language, ...(dir && { dir }), ...lengths, ...notes }, [
    head,
    body,
  ]);
  const root: Root = { type: "root", children: [{ type: "doctype" }, html] };
  return unified().use(rehypeStringify).stringify(root);
}

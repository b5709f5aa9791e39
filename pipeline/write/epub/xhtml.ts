import type { ElementContent, Nodes } from "hast";
import { toXast } from "hast-util-to-xast";
import { h } from "hastscript";
import { toXml } from "xast-util-to-xml";
import { direction } from "../../direction.js";
import { escapeCdataEnd } from "./xml.js";

/** What a content document says about itself, and its body. */
export interface ContentDocument {
  readonly language: string;
  readonly title: string;
  /** `frontmatter`, `bodymatter` or `backmatter`. */
  readonly matter: string;
  readonly body: readonly ElementContent[];
}

/** Write a content document (EPUB 3.3, "XHTML content documents"). */
export function toContentDocument({ language, title, matter, body }: ContentDocument): string {
  const html = h(
    "html",
    {
      xmlns: "http://www.w3.org/1999/xhtml",
      "xmlns:epub": "http://www.idpf.org/2007/ops",
      lang: language,
      xmlLang: language,
      dir: direction(language),
    },
    [
      h("head", [
        h("meta", { charSet: "utf-8" }),
        h("title", title),
        h("link", { rel: "stylesheet", type: "text/css", href: "style.css" }),
      ]),
      "\n",
      h("body", { "epub:type": matter }, ["\n", ...body, "\n"]),
      "\n",
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n${toXhtml(html)}\n`;
}

const voidElements = /><\/(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)>/g;

/**
 * Write hast as XML that HTML parsers read alike: void elements are self-closed, empty others are not, because
 * reading systems that parse as HTML take `<span/>` for an open tag.
 */
export function toXhtml(tree: Nodes): string {
  return escapeCdataEnd(toXml(toXast(tree)).replace(voidElements, "/>"));
}

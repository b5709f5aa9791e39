import type { Element } from "hast";
import { h } from "hastscript";
import { direction } from "../../direction.js";
import type { Part, PrintDocument, Publication, Theme } from "../../publication.js";
import { paletteCss } from "../palette-css.js";
import { fontFaces } from "../pdf/print/font-faces.js";
import { placeImages } from "../pdf/print/place-images.js";
import { languagesCss, scriptsCss } from "../script-fonts.js";
import { toXhtml } from "./xhtml.js";

/** Pixels; what the shops ask for at most, and the proportion that they show. */
export const coverSize = { width: 1600, height: 2560 } as const;

/** Where the picture lies, relative to the package document. */
export const coverHref = "cover.jpg";

/** Make the HTML page that is pictured: the theme's cover, as in print, at the e-book's own proportion. */
export function coverDocument(
  cover: Part,
  publication: Publication,
  theme: Pick<Theme, "palette" | "printFonts" | "styles">,
): Pick<PrintDocument, "html" | "resources"> {
  const { language } = publication.metadata;
  const fonts = fontFaces(theme.printFonts);
  const body = h("body", structuredClone(cover.tree).children);
  const { resources: images } = placeImages(body, "cover", publication.images);
  const variables = [paletteCss(theme), scriptsCss(theme.printFonts), languagesCss(theme.printFonts)];
  const css = [fonts.css, ...variables, "body{margin:0}", theme.styles["cover.css"] ?? ""].join("\n");
  const head = `<meta charset="utf-8"><style>${css}</style>`;
  return {
    html: `<!DOCTYPE html><html lang="${language}" dir="${direction(language) ?? "ltr"}">${head}${toXhtml(body)}</html>`,
    resources: new Map([...fonts.resources, ...images]),
  };
}

/** Make the section that shows the picture, and says in words what is on it. */
export function coverSection(cover: Part, publication: Publication): Element {
  const { width, height } = coverSize;
  return h("section", { id: cover.id, className: ["cover"], "epub:type": "cover" }, [
    h("img", { role: "doc-cover", src: coverHref, alt: coverAlt(publication), width, height }),
  ]);
}

function coverAlt({ metadata, words }: Publication): string {
  const title = [metadata.title, metadata.subtitle].filter(Boolean).join(": ");
  const authors = metadata.contributors.filter(({ role }) => role === "aut").map(({ name }) => name);
  const names = new Intl.ListFormat(metadata.language, { type: "conjunction" }).format(authors);
  const whole = [
    words.coverOf.replace("{title}", () => title),
    ...(names ? [`${words.by} ${names}`] : []),
  ].join(", ");
  return metadata.cover?.alt ? `${whole}. ${metadata.cover.alt}` : whole;
}

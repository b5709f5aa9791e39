import type { Element, ElementContent, Root } from "hast";
import { h } from "hastscript";
import { visit } from "unist-util-visit";
import type { Publication, Resource, Theme } from "../../../publication.js";
import { paletteCss } from "../../palette-css.js";
import { scriptsCss } from "../../script-fonts.js";
import { drawByReference } from "../print/draw-by-reference.js";
import { fontFaces } from "../print/font-faces.js";
import { htmlPage } from "../print/html-page.js";
import { markBlocks } from "../print/mark-blocks.js";
import { lead, pixels } from "../print/page-geometry.js";
import { placeImages } from "../print/place-images.js";
import type { MarkedDocument } from "../print-document.js";
import type { BarCode } from "./bar-code.js";
import type { CoverLayout } from "./layout.js";

/** How a cover in one piece is set: its measures in millimetres, and by how much its words are made smaller to have room. */
export interface CoverSetting {
  readonly layout: CoverLayout;
  readonly bleed: number;
  readonly safety: number;
  readonly barCode: BarCode | undefined;
  readonly scale: { readonly back: number; readonly spine: number };
}

/** The ids of what ends the words of the back and of the spine. */
export const ends = { back: "cover-back-end", spine: "cover-spine-end" } as const;

/** Make the HTML document of a cover in one piece, with the theme's `cover.css` and `cover-wrap.css`. */
export function coverDocument(publication: Publication, theme: Theme, setting: CoverSetting): MarkedDocument {
  const { metadata, parts, wrap } = publication;
  const { layout, bleed, barCode } = setting;
  const front = parts.find(({ kind }) => kind === "cover")?.tree.children[0];
  if (front?.type !== "element") throw new Error("A publication has a cover");
  const spine = layout.spineType === undefined ? [] : contentOf(wrap.spine);
  const section = h(
    "section",
    { id: "wrap", className: ["wrap"], dataPart: "cover", dataFolioStyle: "none" },
    [
      h("div.cover-back", [h("div.cover-back-words", contentOf(wrap.back)), h("div", { id: ends.back })]),
      h("div.cover-spine", [h("div.cover-spine-words", spine), h("div", { id: ends.spine })]),
      h("div.cover", structuredClone(front.children)),
    ],
  );
  // A picture that no words stand on has the place of the front.
  Object.assign(section, { position: front.position, data: front.data });
  const { resources: images } = placeImages(section, "cover", publication.images);
  const codes = placeBarCode(section, barCode);
  let drawings = 0;
  visit(section, { tagName: "svg" }, (drawing) => drawByReference(drawing, `cover-drawing-${++drawings}`));
  const blocks = markBlocks([section], metadata.language);
  const fonts = fontFaces(theme.printFonts);
  const styles = [paletteCss(theme), scriptsCss(theme.printFonts), measures(setting)];
  for (const name of ["cover.css", "cover-wrap.css"]) styles.push(theme.styles[name] ?? "");
  const [width, height] = [pixels(layout.trim.width), pixels(layout.trim.height)];
  return {
    html: htmlPage(publication, { fonts: fonts.css, styles: styles.join("\n") }, h("body", [section]), {
      measure: width,
      reach: 0,
      lines: height / lead,
    }),
    resources: new Map([...fonts.resources, ...codes, ...images]),
    blocks,
    geometry: { trimWidth: width, trimHeight: height, bleed: pixels(bleed) },
  };
}

/** Write the page, and the lengths that a theme builds on, as CSS. */
function measures({ layout, bleed, safety, scale }: CoverSetting): string {
  const { trim, side, spine, spineType = 0 } = layout;
  const lengths = {
    "trim-width": side.width,
    "trim-height": side.height,
    "spine-width": spine,
    "spine-type": spineType * scale.spine,
    bleed,
    safety,
  };
  const variables = Object.entries(lengths).map(([name, value]) => `--${name}:${value}mm`);
  return [
    `:root{${variables.join(";")};--back-scale:${scale.back}}`,
    `@page{size:${trim.width}mm ${trim.height}mm;bleed:${bleed}mm;margin:0}`,
  ].join("\n");
}

/** Put the bar code where the theme wants it; without one its place is taken out. */
function placeBarCode(section: Element, code: BarCode | undefined): Map<string, Resource> {
  const path = "/bar-code.svg";
  visit(section, { tagName: "div" }, (element, index, parent) => {
    const classes = element.properties.className;
    if (!Array.isArray(classes) || !classes.includes("bar-code") || index === undefined) return undefined;
    if (!code) {
      parent?.children.splice(index, 1);
      return index;
    }
    const style = `width:${code.width}mm;height:${code.height}mm`;
    element.children = [h("img", { src: path, alt: code.alt, style })];
    return undefined;
  });
  return new Map(code ? [[path, code]] : []);
}

function contentOf(root: Root): ElementContent[] {
  return structuredClone(root.children).filter((child) => child.type !== "doctype");
}

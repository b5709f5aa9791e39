import type { Theme } from "../../../publication.js";
import { paletteCss } from "../../palette-css.js";
import { languagesCss, scriptsCss } from "../../script-fonts.js";
import { lead, type Paper, pageGeometry } from "./page-geometry.js";

/** Write the page box, its margins and the lengths that a theme builds on, as CSS. */
export function pageCss(theme: Theme, trim: Theme["trim"], paper: Paper): string {
  const page = pageGeometry(trim, paper);
  const lengths = {
    "trim-width": `${trim.width}mm`,
    "trim-height": `${trim.height}mm`,
    bleed: `${paper.bleed}mm`,
    lead: `${lead}px`,
    top: `${page.top}px`,
    bottom: px(page.bottom),
    inner: `${page.inner}px`,
    edge: `${page.edge}px`,
    measure: `${page.measure}px`,
    reach: `${page.reach}px`,
    wide: `${page.measure + page.reach}px`,
    lines: String(page.lines),
    column: `${page.lines * lead}px`,
  };
  const variables = Object.entries(lengths).map(([name, value]) => `--${name}:${value}`);
  return [
    paletteCss(theme),
    scriptsCss(theme.printFonts),
    languagesCss(theme.printFonts),
    `:root{${variables.join(";")}}`,
    // A hair of slack below: a column a thousandth of a pixel too short would lose its last line.
    `@page{size:${trim.width}mm ${trim.height}mm;bleed:${paper.bleed}mm;margin-top:${page.top}px;margin-bottom:${px(page.bottom - 0.5)}}`,
    `@page:left{margin-left:${page.edge}px;margin-right:${page.inner}px}`,
    `@page:right{margin-left:${page.inner}px;margin-right:${px(page.width - page.inner - page.measure - page.reach)}}`,
  ].join("\n");
}

function px(length: number): string {
  return `${Math.round(length * 100) / 100}px`;
}

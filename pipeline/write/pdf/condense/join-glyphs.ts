import type { GlyphWidths } from "../content/glyph-widths.js";
import { toLiteral } from "../content/strings.js";

/** Find the widths of a font by its name in the resources; none where its codes are not of two bytes each. */
export type WidthsOf = (name: string) => GlyphWidths | undefined;

/** How far from its place a glyph may stand, in units of text space, here CSS pixels: far less than Chromium rounds places to. */
const tolerance = 0.0005;

const shown = /^(?:(-?[\d.]+) 0 Td )?<([\dA-F]+)> Tj$/i;
const harmless = /(?:^EMC|BDC| Tf| Tm)$/;

/**
 * Write each line of a text object as one string. Chromium places every glyph by itself, for it counts in other units than PDF does,
 * though most stand where their widths put them: that makes content three times as long. What stands elsewhere, by kerning or
 * justification, does so here by numbers in an array (ISO 32000-1, 9.4.3, TJ); no glyph moves.
 *
 * Returns the text as it is where it is not as Chromium writes one.
 */
export function joinGlyphs(text: string, widthsOf: WidthsOf): string {
  let joined = "";
  let metrics: GlyphWidths | undefined;
  let size = 0;
  // All in units of text space, from where Tm put the line: where Chromium's line now begins, where ours does, where the pen is.
  let [begin, ours, pen] = [0, 0, 0];
  let start = 0;
  let parts = "";
  let glyphs = "";
  let last = 0;

  const end = () => {
    if (glyphs === "") return;
    if (start !== ours) joined += `${short(start - ours, 4)} 0 Td\n`;
    ours = start;
    joined += parts === "" ? `${toLiteral(glyphs)}Tj\n` : `[${parts}${toLiteral(glyphs)}]TJ\n`;
    parts = glyphs = "";
  };
  /** The number that brings the pen to a place; one that was used before where that is as good. */
  const adjustment = (to: number) => {
    const exact = ((pen - to) * 1000) / size;
    const isNear = (number: number) => (Math.abs(exact - number) * size) / 1000 < tolerance;
    const whole = Math.round(exact);
    if (isNear(whole)) return whole;
    if (!isNear(last)) last = Number(exact.toFixed(2));
    return last;
  };

  for (const line of text.split("\n")) {
    const found = line.endsWith("Tj") ? shown.exec(line) : undefined;
    if (!found) {
      end();
      if (line === "") continue;
      if (!harmless.test(line)) return text;
      const [first = "", second = ""] = line.split(" ", 2);
      if (line.endsWith(" Tf")) [metrics, size] = [widthsOf(first.slice(1)), Number(second)];
      if (line.endsWith(" Tm")) begin = ours = pen = 0;
      joined += `${line}\n`;
      continue;
    }
    if (!metrics || !(size > 0)) return text;
    const [, offset, codes = ""] = found;
    if (offset !== undefined) begin += Number(offset);
    const to = offset === undefined ? pen : begin;
    if (glyphs === "") start = pen = to;
    else {
      const number = adjustment(to);
      if (number !== 0) {
        parts += `${toLiteral(glyphs)}${number}`;
        glyphs = "";
        pen -= (number * size) / 1000;
      }
    }
    for (let at = 0; at < codes.length; at += 4) {
      const code = parseInt(codes.slice(at, at + 4), 16);
      glyphs += String.fromCharCode(code >> 8, code & 255);
      pen += ((metrics.widths.get(code) ?? metrics.standard) * size) / 1000;
    }
  }
  end();
  return joined;
}

function short(value: number, decimals: number): string {
  return String(Number(value.toFixed(decimals)));
}

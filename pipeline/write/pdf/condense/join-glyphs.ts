import type { GlyphWidths } from "../content/glyph-widths.js";
import { toLiteral } from "../content/strings.js";

/** Find the widths of a font by its name in the resources; none where its codes are not of two bytes each. */
export type WidthsOf = (name: string) => GlyphWidths | undefined;

/** How far from its place a glyph may stand, in units of text space, here CSS pixels: far less than Chromium rounds places to. */
const tolerance = 0.0005;

/** A line that shows glyphs, and moves to them along the line, if at all. */
const shown = /(?:-?[\d.]+ 0 Td )?<(?:[\dA-Fa-f]{4})*> Tj\n/y;
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
    joined += parts === "" ? `(${glyphs})Tj\n` : `[${parts}(${glyphs})]TJ\n`;
    parts = glyphs = "";
  };
  for (let at = 0, until = 0; at < text.length; at = until) {
    shown.lastIndex = at;
    // By a regular expression, which is fast the first time: every glyph of every page comes by here, in code that has just been loaded.
    if (!shown.test(text)) {
      until = text.indexOf("\n", at) + 1 || text.length;
      end();
      const line = text.slice(at, until).trimEnd();
      if (line === "") continue;
      if (!harmless.test(line)) return text;
      const [first = "", second = ""] = line.split(" ", 2);
      if (line.endsWith(" Tf")) [metrics, size] = [widthsOf(first.slice(1)), Number(second)];
      if (line.endsWith(" Tm")) begin = ours = pen = 0;
      joined += `${line}\n`;
      continue;
    }
    until = shown.lastIndex;
    if (!metrics || !(size > 0)) return text;
    const bracket = text.indexOf("<", at);
    const digits = text.slice(bracket + 1, until - "> Tj\n".length);
    if (bracket > at) begin += Number.parseFloat(text.slice(at, bracket));
    const to = bracket > at ? begin : pen;
    if (glyphs === "") start = pen = to;
    else {
      const number = adjustment(((pen - to) * 1000) / size, size, last);
      if (!Number.isInteger(number)) last = number;
      if (number !== 0) {
        parts += `(${glyphs})${number}`;
        glyphs = "";
        pen -= (number * size) / 1000;
      }
    }
    for (let digit = 0; digit < digits.length; digit += 4) {
      const glyph = glyphOf(digits.length === 4 ? digits : digits.slice(digit, digit + 4), metrics);
      glyphs += glyph.literal;
      pen += (glyph.width * size) / 1000;
    }
  }
  end();
  return joined;
}

/** The number that moves the pen by so many thousandths of a size; one that was used before where that is as good. */
function adjustment(exact: number, size: number, last: number): number {
  const near = (tolerance * 1000) / size;
  const whole = Math.round(exact);
  if (Math.abs(exact - whole) < near) return whole;
  return Math.abs(exact - last) < near ? last : Number(exact.toFixed(2));
}

interface Glyph {
  /** Its bytes, as a string has them. */
  readonly literal: string;
  readonly width: number;
}

/** By its four digits: the same few letters come again and again. */
const known = new WeakMap<GlyphWidths, Map<string, Glyph>>();

function glyphOf(digits: string, metrics: GlyphWidths): Glyph {
  const font = known.get(metrics) ?? new Map<string, Glyph>();
  const found = font.get(digits);
  if (found) return found;
  const code = parseInt(digits, 16);
  const literal = toLiteral(String.fromCharCode(code >> 8, code & 255)).slice(1, -1);
  const glyph = { literal, width: metrics.widths.get(code) ?? metrics.standard };
  known.set(metrics, font.set(digits, glyph));
  return glyph;
}

function short(value: number, decimals: number): string {
  return String(Number(value.toFixed(decimals)));
}

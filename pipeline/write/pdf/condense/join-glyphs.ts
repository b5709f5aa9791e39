import type { GlyphWidths } from "../content/glyph-widths.js";
import { toLiteral } from "../content/strings.js";

/** Find the widths of a font by its name in the resources; none where its codes are not of two bytes each. */
export type WidthsOf = (name: string) => GlyphWidths | undefined;

/** How far from its place a glyph may stand, in units of text space, here CSS pixels: far less than Chromium rounds places to. */
const tolerance = 0.0005;

const moving = " 0 Td ";
const [less, nine, lowerJ] = [0x3c, 0x39, 0x6a];
/** The bytes of each code, as a string has them. */
const literals: string[] = [];
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
  /** The number that brings the pen to a place; one that was used before where that is as good. */
  const adjustment = (to: number) => {
    const exact = ((pen - to) * 1000) / size;
    const isNear = (number: number) => (Math.abs(exact - number) * size) / 1000 < tolerance;
    const whole = Math.round(exact);
    if (isNear(whole)) return whole;
    if (!isNear(last)) last = Number(exact.toFixed(2));
    return last;
  };

  // By hand, character by character: every glyph of every page comes by here, in code that has just been loaded.
  for (let at = 0, until = 0; at < text.length; at = until + 1) {
    until = text.indexOf("\n", at);
    if (until < 0) until = text.length;
    const bracket = shownAt(text, at, until);
    if (bracket < 0) {
      end();
      if (at === until) continue;
      const line = text.slice(at, until);
      if (!harmless.test(line)) return text;
      const [first = "", second = ""] = line.split(" ", 2);
      if (line.endsWith(" Tf")) [metrics, size] = [widthsOf(first.slice(1)), Number(second)];
      if (line.endsWith(" Tm")) begin = ours = pen = 0;
      joined += `${line}\n`;
      continue;
    }
    if (!metrics || !(size > 0)) return text;
    const isMoved = bracket > at;
    if (isMoved) begin += Number.parseFloat(text.slice(at, bracket - moving.length));
    const to = isMoved ? begin : pen;
    if (glyphs === "") start = pen = to;
    else {
      const number = adjustment(to);
      if (number !== 0) {
        parts += `(${glyphs})${number}`;
        glyphs = "";
        pen -= (number * size) / 1000;
      }
    }
    for (let digits = bracket + 1; digits < until - 4; digits += 4) {
      const code = codeAt(text, digits);
      glyphs += literals[code] ??= toLiteral(String.fromCharCode(code >> 8, code & 255)).slice(1, -1);
      pen += ((metrics.widths.get(code) ?? metrics.standard) * size) / 1000;
    }
  }
  end();
  return joined;
}

/** Find the bracket of a line that shows glyphs and moves to them along the line, if at all; -1 where it is another. */
function shownAt(text: string, from: number, until: number): number {
  if (text.charCodeAt(until - 1) !== lowerJ || !text.startsWith("> T", until - 4)) return -1;
  if (text.charCodeAt(from) === less) return from;
  const bracket = text.indexOf("<", from);
  return bracket < until && text.startsWith(moving, bracket - moving.length) ? bracket : -1;
}

/** Read the four digits of a glyph. */
function codeAt(text: string, at: number): number {
  let code = 0;
  for (let next = at; next < at + 4; next++) {
    const digit = text.charCodeAt(next);
    code = code * 16 + (digit <= nine ? digit & 15 : (digit & 15) + 9);
  }
  return code;
}

function short(value: number, decimals: number): string {
  return String(Number(value.toFixed(decimals)));
}

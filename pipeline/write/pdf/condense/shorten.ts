import type { Painting } from "../../../publication.js";
import { joinGlyphs } from "./join-glyphs.js";
import { withoutSpans } from "./meanings.js";

/** The operator of a path, which is most of a drawing, with a number of more than four decimals. */
const noisy = /^[-\d. ]*\.\d{5,}[-\d. ]* (?:[mlcvy]|re)$/gm;

/** Write what is painted with fewer bytes: lines of text as one string each, numbers without their noise, no spans that fonts make needless. */
export function shorten({ stream, texts, fonts }: Painting): Buffer {
  let short = "";
  let at = 0;
  for (const { from, to } of texts) {
    const text = withoutSpans(stream.slice(from, to), (name) => fonts.get(name)?.meanings);
    short += withoutNoise(stream.slice(at, from)) + joinGlyphs(text, (name) => fonts.get(name)?.widths);
    at = to;
  }
  return Buffer.from(short + withoutNoise(stream.slice(at)), "latin1");
}

/** Cut numbers of paths to four decimals, less than a thousandth of a dot: `62.490002` was 62.49 before it was binary. */
function withoutNoise(stream: string): string {
  return stream.replace(noisy, (operator) =>
    operator.replace(/-?\d*\.\d{5,}/g, (number) => String(Number(Number(number).toFixed(4)))),
  );
}

import type { WrittenBlock } from "../written-blocks.js";
import type { FindSlips, Slip } from "./slip.js";

/** Behind these, stars are a mark of significance, a footnote's or a product: `0.52**`, `Name*`. */
const before = /(?<![\p{Lu}\p{Ll}\p{N}%*)\\\uFFFC])/u.source;
const double = new RegExp(`${before}\\*\\*(?!\\*)([^*]*)(?<!\\\\)\\*\\*(?!\\*)`, "gu");
const single = new RegExp(`${before}\\*(?!\\*)([^*\\n]*)(?<!\\\\)\\*(?![*\\p{N}])`, "gu");

/** Find pairs of stars that are printed, for a space within them or a letter right behind (CommonMark 0.31.2, 6.2). */
export const stars: FindSlips = (block) => [...pairsOf(block), ...singlesOf(block)];

function pairsOf({ text, starred, written }: WrittenBlock): Slip[] {
  if (!text.includes("**")) return [];
  // Where one pair does not hold, the stars of the next may hold what stands between: pairs are counted as they are written.
  return [...starred.matchAll(double)].flatMap(({ 0: found, 1: inner = "", index }) => {
    const isPrinted = text.startsWith(found, index);
    if (!/[\p{L}\uFFFC]/u.test(inner) || !(isPrinted || isSpaced(inner))) return [];
    return [slipAt(written.slice(index, index + found.length), index, "**")];
  });
}

/** One star is many things: it is meant as emphasis where it keeps a space from one end of several letters alone. */
function singlesOf({ text, written }: WrittenBlock): Slip[] {
  return [...text.matchAll(single)].flatMap(({ 0: found, 1: inner = "", index }) => {
    const isMeant = /^\s/.test(inner) !== /\s$/.test(inner) && /^[\p{L}\p{M}\s,;’'-]{3,}$/u.test(inner);
    return isMeant ? [slipAt(written.slice(index, index + found.length), index, "*")] : [];
  });
}

function slipAt(found: string, index: number, sign: string): Slip {
  const inner = found.slice(sign.length, -sign.length);
  const expected = isSpaced(inner)
    ? `no space inside them: \`${sign}${excerpt(inner.trim())}${sign}\``
    : "a space or a sign outside of them, or `<strong>…</strong>` in their place";
  return { index, reason: `Unexpected stars that are printed, \`${excerpt(found)}\`; expected ${expected}` };
}

function isSpaced(inner: string): boolean {
  return inner !== inner.trim();
}

function excerpt(words: string): string {
  const line = words.replace(/\s+/g, " ");
  return line.length > 40 ? `${line.slice(0, 28)}…${line.slice(-10)}` : line;
}

import { bothEnds } from "../excerpt.js";
import type { WrittenBlock } from "../written-blocks.js";
import type { FindSlips, Slip } from "./slip.js";

interface Form {
  readonly sign: string;
  readonly name: string;
  readonly double: RegExp;
  readonly single: RegExp;
}

/** Behind these, stars are a mark of significance, a footnote's or a product, `0.52**`, `Name*`, and underscores a part of a name. */
const before = (sign: string) => `(?<![\\p{Lu}\\p{Ll}\\p{N}%${sign})\\\\\\uFFFC])`;

const formOf = (sign: string, name: string): Form => ({
  sign,
  name,
  double: new RegExp(
    `${before(sign)}[${sign}]{2}(?![${sign}])([^${sign}]*)(?<!\\\\)[${sign}]{2}(?![${sign}])`,
    "gu",
  ),
  single: new RegExp(
    `${before(sign)}[${sign}](?![${sign}])([^${sign}\\n]*)(?<!\\\\)[${sign}](?![${sign}\\p{N}])`,
    "gu",
  ),
});

const forms = [formOf("*", "stars"), formOf("_", "underscores")];

/** Find pairs of stars or underscores that are printed, for a space within them or a letter right behind (CommonMark 0.31.2, 6.2). */
export const pairs: FindSlips = (block) =>
  forms.flatMap((form) => [...doublesOf(block, form), ...singlesOf(block, form)]);

function doublesOf({ text, starred, written }: WrittenBlock, form: Form): Slip[] {
  const sign = form.sign.repeat(2);
  if (!text.includes(sign)) return [];
  // Where one pair does not hold, the signs of the next may hold what stands between: pairs are counted as they are written.
  return [...starred.matchAll(form.double)].flatMap(({ 0: found, 1: inner = "", index }) => {
    const isPrinted = text.startsWith(found, index);
    // Of an odd number, one is a sign that nothing closes: `open-stars.ts`.
    const isEven = starred.split(sign).length % 2 === 1;
    const isSlip = isPrinted || (isSpaced(inner) && (isEven || /^\s/.test(inner)));
    if (!/[\p{L}\uFFFC]/u.test(inner) || !isSlip) return [];
    return [slipAt(written.slice(index, index + found.length), index, sign, form.name)];
  });
}

/** One sign is many things: it is meant as emphasis where it keeps a space from one end of several letters alone. */
function singlesOf({ text, written }: WrittenBlock, { sign, single, name }: Form): Slip[] {
  return [...text.matchAll(single)].flatMap(({ 0: found, 1: inner = "", index }) => {
    const isMeant = /^\s/.test(inner) !== /\s$/.test(inner) && /^[\p{L}\p{M}\s,;’'-]{3,}$/u.test(inner);
    return isMeant ? [slipAt(written.slice(index, index + found.length), index, sign, name)] : [];
  });
}

function slipAt(found: string, index: number, sign: string, name: string): Slip {
  const inner = found.slice(sign.length, -sign.length);
  const expected = isSpaced(inner)
    ? `no space inside them: \`${sign}${bothEnds(inner.trim())}${sign}\``
    : "a space or a sign outside of them, or `<strong>…</strong>` in their place";
  return {
    index,
    reason: `Unexpected ${name} that are printed, \`${bothEnds(found)}\`; expected ${expected}`,
  };
}

function isSpaced(inner: string): boolean {
  return inner !== inner.trim();
}

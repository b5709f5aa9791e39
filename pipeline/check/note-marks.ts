import type { WrittenBlock } from "./written-blocks.js";

/** A number that stands for a note's call, written by hand. */
export interface NoteMark {
  readonly number: number;
  /** As it is written: `[1]`, `¹`, `<sup>1</sup>`. */
  readonly sign: string;
  /** Where in its block. */
  readonly index: number;
}

const marks =
  /\\?\[(\d{1,3})\\?\](?![[(:])|<sup>\s*[[(]?(\d{1,3})[\])]?\s*<\/sup>|([¹²³⁰⁴-⁹]{1,3})(?![\p{L}\p{N}⁺⁻])/giu;
const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** List the marks in a block of words, without powers and units: `10³`, `x²`, `km²`. */
export function noteMarksIn({ text, written }: WrittenBlock): NoteMark[] {
  return [...written.matchAll(marks)].flatMap(
    ({ 0: sign, 1: bracketed, 2: tagged, 3: superscript, index }) => {
      const digits = bracketed ?? tagged ?? numberOf(superscript ?? "");
      const at = index + sign.indexOf(bracketed ?? tagged ?? superscript ?? "");
      // Of code and of links nothing is left there.
      if (text[at] !== written[at] || (!bracketed && isPower(text.slice(Math.max(0, index - 12), index))))
        return [];
      return [{ number: Number(digits), sign, index }];
    },
  );
}

/** Turn `¹²` into `12`. */
export function numberOf(superscript: string): string {
  return superscript.replace(/./gu, (digit) => String(raised.indexOf(digit)));
}

function isPower(before: string): boolean {
  return /(?:^|[\p{N}\s(/·×=+−–-])$|(?<!\p{L})(?:\p{L}|[kcdmnµμ]m|ft|in|yd|mi|sq|CO)$/u.test(before);
}

/** How often each code unit of UTF-16 stands in some texts. */
export type Letters = Int32Array;

export function noLetters(): Letters {
  return new Int32Array(0x10000);
}

/** Add the code units of a text, `times` times each. */
export function addLetters(letters: Letters, text: string, times = 1): void {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    letters[unit] = (letters[unit] ?? 0) + times;
  }
}

const unknown = 0;
const yes = 1;
const no = 2;
const kinds = new Uint8Array(0x10000);

/**
 * Whether a code unit belongs to a word: a letter, a digit, a combining mark, half of a pair, or a sign beyond ASCII. No punctuation
 * does, of which Markdown makes its markup and typography its dashes and quotes.
 */
export function isLetter(unit: number): boolean {
  if (kinds[unit] === unknown) {
    const sign = String.fromCharCode(unit);
    const counts = unit < 0x80 ? /[0-9A-Za-z]/.test(sign) : /[\p{L}\p{N}\p{M}\p{S}\p{Co}\p{Cs}]/u.test(sign);
    kinds[unit] = counts ? yes : no;
  }
  return kinds[unit] === yes;
}

/** A run of letters, where it stands in its text. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  let start = -1;
  for (let i = 0; i <= text.length; i++) {
    const inside = i < text.length && isLetter(text.charCodeAt(i));
    if (inside && start < 0) start = i;
    if (inside || start < 0) continue;
    words.push({ text: text.slice(start, i), start, end: i });
    start = -1;
  }
  return words;
}

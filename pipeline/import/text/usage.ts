import type { Usage } from "./draft.js";

/** A word, with its apostrophes and the full stops of an abbreviation. */
export const wordForm = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*/gu;

/** Learn from running text how it writes its words. Words that begin a sentence do not count, for they all have a capital. */
export function learnUsage(texts: readonly string[]): Usage {
  const usage = new Map<string, Map<string, number>>();
  for (const whole of texts) {
    if (isShouted(whole)) continue;
    const text = withoutTitles(whole);
    for (const match of text.matchAll(wordForm)) {
      if (!beginsSentence(text, match.index)) count(usage, match[0].replace(/['’]s$/, ""));
    }
    // Pairs of words with capitals, for names: a sentence has few of them by accident.
    for (const [, first, second] of text.matchAll(/(?<=\p{L},?\s)(\p{Lu}\p{Ll}+)(?=\s(\p{Lu}\p{Ll}+))/gu))
      count(usage, `${first} ${second}`);
    // Compounds, by which a hyphen at a line's end is known to belong to its word.
    for (const [compound] of text.matchAll(/[\p{L}\d]+(?:-[\p{L}\d]+)+/gu)) count(usage, compound);
  }
  return usage;
}

/** Titles of works have capitals that their words do not have elsewhere: what is in italics or in quotation marks is let be. */
function withoutTitles(text: string): string {
  return text.replace(/\*[^*\n]{1,300}\*|[“"][^”"\n]{1,300}[”"]/g, (found) => {
    const words = found.match(/\p{L}+/gu) ?? [];
    const large = words.filter((word) => /^\p{Lu}/u.test(word)).length;
    return words.length > 1 && large >= words.length / 2 ? " " : found;
  });
}

function count(usage: Map<string, Map<string, number>>, form: string): void {
  const forms = usage.get(form.toLowerCase()) ?? new Map<string, number>();
  usage.set(form.toLowerCase(), forms.set(form, (forms.get(form) ?? 0) + 1));
}

/** Whether a word at this index must have a capital, whatever it is. */
function beginsSentence(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 6), index);
  return (
    index === 0 ||
    /(?:^|[.!?:…]["”’')\]⁰¹²³⁴-⁹]*\s+|\n\s*)["“‘'([*]*$/.test(before) ||
    /^["“‘'([*]+$/.test(before)
  );
}

/** The share of capitals among letters that is no accident. */
const shouting = 0.85;

/** Whether a text is set in capitals. */
export function isShouted(text: string): boolean {
  const [upper, lower] = [text.match(/\p{Lu}/gu)?.length ?? 0, text.match(/\p{Ll}/gu)?.length ?? 0];
  return upper >= 4 && upper >= (upper + lower) * shouting;
}

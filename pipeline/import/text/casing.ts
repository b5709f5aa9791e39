import type { Spelling } from "../importer.js";
import type { Usage } from "./draft.js";
import { wordForm } from "./usage.js";
import { months } from "./vocabulary.js";

/** A text in other letters, and the words of it that are a guess. */
export interface Cased {
  readonly text: string;
  /** Taken for names, for nothing knows them. */
  readonly names: readonly string[];
  /** Taken for plain words, though the name before them may go on in them: `Egyptian red sea`. */
  readonly plain: readonly string[];
}

/** What is known of words: by the text that they stand in, and by a dictionary. */
export interface Knowledge {
  readonly usage: Usage;
  readonly spelling?: Spelling;
}

/** Words of a rank or an office, with a capital only before the name of who holds it. */
const office =
  /^(?:president|prime|minister|vice|deputy|king|queen|prince|princess|emperor|pope|bishop|father|sister|saint|sir|lord|lady|senator|governor|mayor|chancellor|ambassador|secretary|general|colonel|major|captain|admiral|sheikh|emir|sultan|judge|justice|professor|doctor|dr|mr|mrs|ms|st|chairman|foreign|defense|defence|commissioner|councillor)$/i;
/** Small words within names. */
const particle = /^(?:al|el|bin|ibn|abu|von|van|den|der|de|da|di|du|dos|la|le|ben|bint|ul)$/i;

/** Set a text of capitals in sentence case: names keep theirs where the text itself or a dictionary knows them. */
export function sentenceCase(text: string, knowledge: Knowledge): Cased {
  const words = [...text.matchAll(wordForm)];
  const forms = words.map(([word], i) => formOf(word, text, words, i, knowledge));
  const between = (i: number) =>
    text.slice((words[i]?.index ?? 0) + (words[i]?.[0].length ?? 0), words[i + 1]?.index);
  // From the last to the first: an office has a capital where a name, or another office with one, follows it.
  for (let i = words.length - 2; i >= 0; i--) {
    const [form, next, gap] = [forms[i], forms[i + 1], between(i)];
    if (!form || !next) continue;
    const hyphened = gap === "-" && particle.test(form.form);
    if (hyphened) forms[i + 1] = { ...next, form: capital(next.form), name: true };
    if (gap === " " && office.test(form.form) && next.name && !form.name)
      forms[i] = { form: capital(form.form), sure: true, name: true };
    else if (hyphened || (gap === " " && particle.test(form.form) && next.name && i > 0))
      forms[i] = { form: form.form.toLowerCase(), sure: form.sure, name: true };
  }
  const names = forms.filter(({ sure }) => !sure).map(({ form }) => form);
  const plain = forms.filter(
    (form, i) => form.plain && !small.test(form.form) && forms[i - 1]?.name && between(i - 1) === " ",
  );
  let out = "";
  let end = 0;
  for (const [i, match] of words.entries()) {
    const form = forms[i]?.form ?? match[0];
    out += text.slice(end, match.index) + (opensSentence(text, match.index) ? capital(form) : form);
    end = match.index + match[0].length;
  }
  return {
    text: out + text.slice(end),
    names: [...new Set(names)],
    plain: [...new Set(plain.map(({ form }) => form))],
  };
}

interface Form {
  readonly form: string;
  readonly sure: boolean;
  /** Whether a dictionary alone says that it is a plain word. */
  readonly plain?: boolean;
  /** Whether it is written with a capital, and so may be part of a name. */
  readonly name: boolean;
}

function formOf(
  word: string,
  text: string,
  words: readonly RegExpExecArray[],
  i: number,
  knowledge: Knowledge,
): Form {
  const [stem = word, ending = ""] = /^(.+?)(['’]S)$/.exec(word)?.slice(1) ?? [word];
  const found = stemForm(stem, text, words[i]?.index ?? 0, knowledge);
  const form = found.form + ending.toLowerCase();
  return { ...found, form, name: /^\p{Lu}/u.test(form) };
}

function stemForm(
  stem: string,
  text: string,
  index: number,
  { usage, spelling }: Knowledge,
): Omit<Form, "name"> {
  const lower = stem.toLowerCase();
  const after = text.slice(index + stem.length, index + stem.length + 6);
  const before = text.slice(Math.max(0, index - 4), index);
  // An initial, an abbreviation with its stops, a numeral, or a letter in brackets that says left or right.
  if (stem.length === 1 && (/^\./.test(after) || (/\($/.test(before) && /^\)/.test(after))))
    return { form: stem, sure: true };
  if (/^(?:II|III|IV|VI|VII|VIII|IX|XI{0,3}|XI?V|XVI{0,3})$/.test(stem)) return { form: stem, sure: true };
  if (months.some((month) => month.test(stem)) && (/^,? \d/.test(after) || /\d\.? $/.test(before)))
    return { form: capital(lower), sure: true };
  const used = [...(usage.get(lower) ?? [])].sort((a, b) => b[1] - a[1]);
  const [most] = used;
  if (most && office.test(lower)) return { form: lower, sure: true };
  if (most && !spelling?.knows(lower)) return { form: most[0], sure: true };
  // A plain word may be part of a name: where the text has it so beside the same word, or never in small letters.
  const beside = pairsAt(text, index, stem.length).some((pair) => usage.has(pair));
  if (beside) return { form: capital(lower), sure: true };
  if (most && !usage.get(lower)?.has(lower)) return { form: most[0], sure: false };
  if (spelling?.knows(lower)) return { form: lower, sure: true, plain: most === undefined };
  if (most) return { form: most[0], sure: true };
  if (spelling?.knows(capital(lower))) return { form: capital(lower), sure: true };
  if (spelling && stem.length <= 3 && !particle.test(stem)) return { form: stem, sure: false };
  // With a dictionary, what no dictionary has is a name; without one, anything may be a plain word.
  return { form: spelling ? capital(lower) : lower, sure: false };
}

/** A word with the word before it, and with the word behind it, as `usage` has pairs of names. */
function pairsAt(text: string, index: number, length: number): readonly string[] {
  const word = text.slice(index, index + length);
  const before = /(\p{L}+) $/u.exec(text.slice(Math.max(0, index - 30), index))?.[1];
  const after = /^ (\p{L}+)/u.exec(text.slice(index + length, index + length + 30))?.[1];
  return [before && `${before} ${word}`, after && `${word} ${after}`]
    .filter((pair) => pair !== undefined)
    .map((pair) => pair.toLowerCase());
}

const small =
  /^(?:a|an|and|as|at|but|by|for|during|from|in|into|near|nor|of|on|or|over|per|the|to|under|via|with|und|der|die|das|von|et|de|du|des|la|le|les|y|el|los)$/i;

/** Set a text of capitals as titles and the names of houses are: every word with a capital but the small ones. */
export function titleCase(text: string, { usage, spelling }: Knowledge): string {
  return text.replace(wordForm, (word, index: number) => {
    const lower = word.toLowerCase();
    const [most] = [...(usage.get(lower.replace(/['’]s$/, "")) ?? [])].sort((a, b) => b[1] - a[1]);
    // An acronym: the text has it, or no dictionary has its few letters.
    const unknown = spelling && !spelling.knows(lower) && !spelling.knows(capital(lower));
    if (most && /^\p{Lu}{2,}$/u.test(most[0])) return most[0];
    if (unknown && word.length <= 3 && !particle.test(word)) return word;
    if (index > 0 && small.test(word) && !/[:.–—]\s*$/.test(text.slice(0, index))) return lower;
    return capital(lower);
  });
}

function opensSentence(text: string, index: number): boolean {
  const before = text.slice(0, index).replace(/["“‘'([\s]+$/, "");
  if (before === "") return true;
  return /[.!?]["”’)]*$/.test(before) && !/(?:^|[\s(.])\p{L}\.$/u.test(before);
}

function capital(word: string): string {
  return word.replace(/^\p{L}/u, (c) => c.toUpperCase());
}

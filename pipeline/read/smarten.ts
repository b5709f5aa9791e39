import { type Quotes, quotesOf } from "../quotes.js";

const opens = /[\s([{<“‘„‚«‹¿¡\-–—/=]/u;
const letter = /[\p{L}\p{N}]/u;
/** English words that begin with an apostrophe. */
const clipped = /^(?:\d|tis\b|twas\b|em\b|til\b|cause\b|n['’])/i;

/**
 * Turn straight quotes, double and triple hyphens and three dots into typographic ones.
 *
 * The text is that of one block, inline markup flattened, so that a quotation may open in the text and close in
 * emphasis; `languageAt` says which language each character is in. The result holds one string for each input character; joined, they are the new text.
 */
export function smarten(text: string, languageAt: (index: number) => string): string[] {
  const out = [...dashes(text)];
  const open = { double: 0, single: 0 };
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c !== '"' && c !== "'") continue;
    const quotes = quotesOf(languageAt(i));
    const before = lastOf(out, i);
    // An ellipsis begins a quotation as a word does.
    const after = text.startsWith("...", i + 1) ? "…" : (text[i + 1] ?? "");
    out[i] =
      c === '"'
        ? double(quotes, open, before, after)
        : single(quotes, open, before, after, text.slice(i + 1));
  }
  frenchSpaces(text, out, languageAt);
  return out;
}

interface Open {
  double: number;
  single: number;
}

function double(quotes: Quotes, open: Open, before: string, after: string): string {
  if (beginsQuotation(before, after)) {
    open.double++;
    return quotes.double[0];
  }
  if (open.double === 0 && /\d/.test(before)) return "″";
  open.double = Math.max(0, open.double - 1);
  return quotes.double[1];
}

function single(quotes: Quotes, open: Open, before: string, after: string, rest: string): string {
  if (/\d/.test(before) && /\d/.test(after)) return "′";
  if (letter.test(before) && letter.test(after)) return "’";
  if (beginsQuotation(before, after)) {
    if (clipped.test(rest)) return "’";
    open.single++;
    return quotes.single[0];
  }
  // An apostrophe at a word's end (the states' rights) is no closing quote where none is open.
  if (open.single === 0) return "’";
  open.single--;
  return quotes.single[1];
}

function beginsQuotation(before: string, after: string): boolean {
  return (before === "" || opens.test(before)) && after !== "" && !/[\s)\]}.,;:!?]/.test(after);
}

/** The character printed before index i, after earlier replacements. */
function lastOf(out: readonly string[], i: number): string {
  for (let k = i - 1; k >= 0; k--) {
    const last = [...(out[k] ?? "")].filter((c) => c !== "\u202f").at(-1);
    if (last) return last;
  }
  return "";
}

function dashes(text: string): string[] {
  const out = [...Array(text.length).keys()].map((i) => text[i] ?? "");
  for (const match of text.matchAll(/(?<!-)-{2,3}(?!-)|(?<!\.)\.{3}(?!\.)/g)) {
    out.fill("", match.index, match.index + match[0].length);
    out[match.index] = match[0] === "..." ? "…" : match[0] === "--" ? "–" : "—";
  }
  return out;
}

/** French sets a narrow space before ; ! ? and a full one before a colon, and none of them may end a line. */
function frenchSpaces(text: string, out: string[], languageAt: (index: number) => string): void {
  for (const { index } of text.matchAll(/ (?=[;:!?])/g)) {
    if (/^fr\b/.test(languageAt(index))) out[index] = text[index + 1] === ":" ? "\u00a0" : "\u202f";
  }
}

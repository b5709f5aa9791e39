import { callsAtEnd, gapMark } from "./marks.js";

/** What a text may end with behind its last sign: closing quotes and brackets, emphasis, calls of notes. */
const tail = /(?:[”"’'»)\]*_⁰¹²³⁴-⁹†‡]|\[\d{1,3}\])+$/;
const abbreviation =
  /(?:^|[\s(])(?:(?:\p{L}\.)+|(?:[A-Z][a-z]{0,5}|vs|cf|etc|pp?|vol|ed|eds|no|approx|ca)\.)$/u;

/** Whether a text ends where its sentence does not: no full stop, question mark or colon. */
export function endsOpen(text: string): boolean {
  return !/[.!?…:。！？]$/.test(withoutCalls(text).replace(tail, ""));
}

/** The end of a text, without calls: what is asked of a text here is told from there, however long it is. */
function withoutCalls(text: string): string {
  return text
    .slice(-200)
    .replace(callsAtEnd, "")
    .replace(new RegExp(` ${gapMark}$`), "");
}

/** Whether a text ends with a full stop that may be that of an abbreviation. */
export function endsShortened(text: string): boolean {
  return abbreviation.test(withoutCalls(text));
}

/** Whether a text begins as no sentence does: with a small letter, or with a sign that belongs to what was before. */
export function beginsInside(text: string): boolean {
  return /^[“"‘'«([*_]*\p{Ll}/u.test(text) || /^[,;:.)\]»”]/.test(text);
}

/** A word that no sentence of English, German, French or Spanish ends with. */
const unfinished =
  /(?:^|\s)(?:a|an|and|as|at|between|but|by|for|from|her|his|if|in|into|its|nor|of|on|or|our|that|than|the|their|to|under|when|which|while|who|whose|with|der|das|dem|den|des|ein|eine|einem|einen|einer|für|mit|oder|sowie|und|von|zur|au|aux|avec|dans|de|du|et|la|le|les|ou|par|pour|que|qui|sur|un|une|con|del|el|los|las|para|por|y)$/i;

/** Whether a text breaks off: after a comma, a dash, an open bracket, or a word that needs another one. */
export function breaksOff(text: string): boolean {
  const plain = withoutCalls(text).replace(/[*_]+$/, "");
  return /[,;(–—-]$/.test(plain) || unfinished.test(plain);
}

/** Whether a text is of the kind that is read and not looked at: long, or a whole sentence. */
export function isProse(text: string): boolean {
  return text.length > 150 || (text.length > 60 && !endsOpen(text));
}

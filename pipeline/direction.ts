const rightToLeft = new Set(["ar", "arc", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);

/** Say that a language (BCP 47) runs from right to left, by its script where it names one; undefined where it does not. */
export function direction(language: string): "rtl" | undefined {
  const [primary = "", ...subtags] = language.toLowerCase().split("-");
  const script = subtags.find((subtag) => /^[a-z]{4}$/.test(subtag));
  if (script) return ["arab", "hebr", "syrc", "thaa"].includes(script) ? "rtl" : undefined;
  return rightToLeft.has(primary) ? "rtl" : undefined;
}

const letters = /\p{L}/gu;
const anyLetter = /\p{L}/u;
const rightToLeftLetters =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const addresses = /(?:https?:\/\/|www\.)\S+|\S+@\S+/g;

/**
 * Say in which direction words run of which nobody has said it: that of their first letter, where most letters run so, too; undefined
 * where these differ, and where there is no order, in a single word.
 *
 * The first letter alone (Unicode Bidirectional Algorithm, P2) turns a sentence around that begins with a foreign word.
 */
export function directionOfWords(words: string): "ltr" | "rtl" | undefined {
  const text = words.replace(addresses, "").trim();
  if (!/\S\s+\S/.test(text)) return undefined;
  // Nearly all there is: a letter need not be listed to be known to run from left to right.
  if (!rightToLeftLetters.test(text)) return anyLetter.test(text) ? "ltr" : undefined;
  const runs = (text.match(letters) ?? []).map((letter) => rightToLeftLetters.test(letter));
  const [first] = runs;
  const like = runs.filter((run) => run === first).length;
  if (first === undefined || like * 2 <= runs.length) return undefined;
  return first ? "rtl" : "ltr";
}

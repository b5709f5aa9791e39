/** Part text into words; scripts that set no spaces give one word a character. */
export function splitWords(text: string): string[] {
  return text.normalize("NFC").replaceAll("\u00ad", "").match(word) ?? [];
}

const word =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[^\s\u200b\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]+/gu;

/** Put `#` in the place of numbers that count something: they change where nobody changed a word. */
export function uncounted(text: string): string {
  return text.replace(/\d+/g, "#");
}

/** Leave out the raised figures of note calls. */
export function withoutCalls(text: string): string {
  return text.replace(/[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+/g, "");
}

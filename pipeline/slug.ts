/** Latin letters that Unicode takes for letters of their own, and takes apart into no base and mark. */
const bases: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ı: "i",
  ŋ: "ng",
  ŧ: "t",
  ƒ: "f",
  ə: "e",
};

/** Latin letters without their marks, in lower case; other writing stays, in whole letters. */
function plainLetters(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/(?<=\p{Script=Latin})\p{Mark}+/gu, "")
    .normalize("NFC")
    .replace(/[^\0-\x7f]/gu, (letter) => bases[letter] ?? letter);
}

/** How a language writes letters with marks where it has no marks. */
const spelt: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  de: { ä: "ae", ö: "oe", ü: "ue" },
  da: { å: "aa", ø: "oe" },
  nb: { å: "aa", ø: "oe" },
  nn: { å: "aa", ø: "oe" },
  no: { å: "aa", ø: "oe" },
};

/** Bytes of a file's name, at most: file systems take 255, with what is behind the stem. */
const mostBytes = 200;

/** Letters that are left of a longer one; a letter may have four bytes. */
const longest = 45;

/**
 * Make the name of a file, without its extension, of a title in a language (BCP 47): Latin letters as ASCII, as the language spells them
 * there, other writing as it is, and hyphens; `publication` where a title has neither letters nor digits.
 */
export function fileStem(title: string, language: string): string {
  const own = spelt[language.toLowerCase().split("-")[0] ?? ""] ?? {};
  const letters = title
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\0-\x7f]/gu, (letter) => own[letter] ?? letter);
  const words = plainLetters(letters)
    .replace(/[’'ʼ]/g, "")
    .replace(/[^\p{Letter}\p{Mark}\p{Number}]+/gu, "-");
  const whole = new TextEncoder().encode(words).length > mostBytes ? cut(words) : words;
  return whole.replace(/^-+|-+$/g, "") || "publication";
}

/** At the end of a word, where there is one. */
function cut(words: string): string {
  const start = [...words].slice(0, longest + 1).join("");
  return start.includes("-") ? start.replace(/-[^-]*$/, "") : [...start].slice(0, longest).join("");
}

/** Make an id part of a text: ASCII letters, digits and hyphens; empty where the text has none (Arabic, Chinese). */
export function slug(text: string): string {
  return plainLetters(text)
    .normalize("NFKD")
    .replace(/[’'ʼ]/g, "")
    .replace(/\p{Mark}/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .toLowerCase();
}

/** Make an id that is CSS-safe and not yet taken: begins with a letter, numbered from 2 where it must be. */
export function uniqueId(wanted: string, taken: Set<string>): string {
  const base = /^[A-Za-z]/.test(wanted) ? wanted : `s-${wanted}`;
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
  taken.add(id);
  return id;
}

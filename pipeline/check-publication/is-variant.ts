const ligatures: Readonly<Record<string, string>> = {
  æ: "ae",
  œ: "oe",
  ø: "o",
  ß: "ss",
  ł: "l",
  đ: "d",
  ı: "i",
};

/**
 * Say whether two words look like one name in two spellings: the same but for accents, or one letter apart.
 *
 * The first letters agree, and neither word is the other with an ending of its own: Iran, Iranian; Society, Societe.
 */
export function isVariant(a: string, b: string): boolean {
  const [x, y] = [plain(a), plain(b)];
  if (x === y) return a.toLowerCase() !== b.toLowerCase();
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (short.length < 5 || short[0] !== long[0] || long.startsWith(short)) return false;
  let same = 0;
  while (short[same] === long[same]) same++;
  const replaced = short.slice(same + 1) === long.slice(same + 1);
  if (short.length === long.length) return replaced && same < short.length - 1;
  return short.slice(same) === long.slice(same + 1);
}

function plain(word: string): string {
  return word
    .toLowerCase()
    .replace(/[æœøßłđı]/g, (letter) => ligatures[letter] ?? letter)
    .normalize("NFD")
    .replace(/[\p{M}'’-]/gu, "");
}

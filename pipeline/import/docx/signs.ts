/** Letters of the font Symbol, by the codes from 41 and from 61 on. */
const upper = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
const lower = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";

type Attributes = Readonly<Record<string, string>>;

/** Read the letter that a sign (w:sym) of the font Symbol is; undefined for any other sign, which is no word. */
export function greekLetter(attributes: Attributes): string | undefined {
  if (!/^symbol$/i.test(attributes["w:font"] ?? "")) return undefined;
  const code = codeOf(attributes) & 0xff;
  return upper[code - 0x41] ?? lower[code - 0x61];
}

/** Read the character that a sign of an ordinary font is, which mammoth would leave out; undefined where the font has codes of its own. */
export function plainSign(attributes: Attributes): string | undefined {
  const code = codeOf(attributes);
  const own = /symbol|dings/i.test(attributes["w:font"] ?? "") || (code >= 0xe000 && code <= 0xf8ff);
  return own || !(code >= 0x20) || code > 0xffff ? undefined : String.fromCodePoint(code);
}

function codeOf(attributes: Attributes): number {
  return Number.parseInt(attributes["w:char"] ?? "", 16);
}

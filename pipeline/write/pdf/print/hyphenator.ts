/** Put soft hyphens into the words of a text. */
export type Hyphenator = (text: string) => string;

interface HyphenModule {
  readonly default: {
    hyphenateSync(
      text: string,
      options: { readonly hyphenChar: string; readonly minWordLength: number },
    ): string;
  };
}

const softHyphen = "\u00AD";

/** Letters that stay together before a break, and after it; a word with less than both has none. */
const keep = 3;

/** The languages that npm `hyphen` has patterns for, by the names of its modules. */
const modules = new Set(
  (
    "af as be bg bn ca cop cs cu cy da de de-1901 de-1996 de-ch-1901 el el-monoton el-polyton en en-gb en-us es et eu fi fr " +
    "fur ga gl grc gu hi hr hsb hu hy ia id is it ka kmr kn la lt lv mk ml mn mr nb nl nn no oc or pa pi pl pms pt rm ro ru " +
    "sa sk sl sq sr sr-cyrl sv ta te th tk tr uk"
  ).split(" "),
);

/** Name the patterns for a language (BCP 47); undefined where there are none. */
export function patternsFor(language: string): string | undefined {
  const subtags = language.toLowerCase().split("-");
  for (let count = subtags.length; count > 0; count--) {
    const name = subtags.slice(0, count).join("-");
    if (modules.has(name)) return name;
  }
  return undefined;
}

/**
 * Load the hyphenator of a language; undefined where the package has no patterns for it.
 *
 * It breaks words of six letters and more, never fewer than three letters from either end, and looks at each word once: a book has
 * many, but few that differ.
 */
export async function hyphenatorFor(language: string): Promise<Hyphenator | undefined> {
  const name = patternsFor(language);
  if (name === undefined) return undefined;
  const { default: patterns }: HyphenModule = await import(`hyphen/${name}/index.js`);
  const known = new Map<string, string>();
  return (text) =>
    text.replace(/[\p{L}\p{M}]{6,}/gu, (word) => {
      const found = known.get(word);
      if (found !== undefined) return found;
      const broken = keepEnds(
        patterns.hyphenateSync(word, { hyphenChar: softHyphen, minWordLength: 2 * keep }),
      );
      known.set(word, broken);
      return broken;
    });
}

function keepEnds(word: string): string {
  const parts = word.split(softHyphen);
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  let before = 0;
  return parts.reduce((done, part, index) => {
    if (index === 0) {
      before = part.length;
      return part;
    }
    const breakable = before >= keep && length - before >= keep;
    before += part.length;
    return done + (breakable ? softHyphen : "") + part;
  }, "");
}

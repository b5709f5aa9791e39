import type { Position } from "unist";
import { matchesIn, type Passage, spanIn } from "../check/passages.js";
import { problem } from "../problem.js";
import { isVariant } from "./is-variant.js";
import { minority } from "./minority.js";
import type { PublicationRule } from "./rule.js";

const word = "\\p{Lu}[\\p{L}\\p{M}'’-]*\\p{L}";
/** A look ahead, so that of three capitals in a row both pairs are seen. */
const pair = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}'’.-])(?=(${word})\\s+(${word})(?![\\p{L}\\p{M}\\p{N}]))`,
  "gu",
);

interface Name {
  readonly given: string;
  readonly family: string;
  readonly file: string;
  readonly span: Position;
}

/**
 * Report names of two words that differ in one of them by a slip of the pen: Jamal Kashoggi beside Jamal Khashoggi.
 *
 * A word that the publication also writes small is no name; one that differs in its ending alone is another form.
 */
export const nameInconsistent: PublicationRule = ({ prose }) => {
  const ordinary = new Set(
    prose.flatMap(({ text }) => text.match(/(?<![\p{L}'’-])\p{Ll}[\p{L}'’-]*/gu) ?? []),
  );
  const names = prose
    .flatMap(namesIn)
    .filter(({ given, family }) => [given, family].every((part) => !ordinary.has(part.toLowerCase())));
  return [...slips(names, "given", "family"), ...slips(names, "family", "given")];
};

function namesIn(passage: Passage): readonly Name[] {
  return matchesIn(passage, pair).map(({ match: { 1: given = "", 2: family = "", index } }) => {
    const rest = passage.text.slice(index + given.length);
    const end = index + given.length + rest.indexOf(family) + family.length;
    return {
      given: bare(given),
      family: bare(family),
      file: passage.file,
      span: spanIn(passage, index, end),
    };
  });
}

/** Without the ending of a possessive. */
function bare(part: string): string {
  return part.replace(/['’]s$/, "");
}

/** Compare the names that share one word by the other. */
function slips(names: readonly Name[], shared: "given" | "family", other: "given" | "family") {
  const groups = new Map<string, Name[]>();
  for (const name of names) {
    const group = groups.get(name[shared]);
    if (group) group.push(name);
    else groups.set(name[shared], [name]);
  }
  return [...groups.values()].flatMap((group) =>
    pairsOf([...new Set(group.map((name) => name[other]))])
      .filter(([one, two]) => isVariant(one, two))
      .flatMap(([one, two]) => {
        const rivals = group.filter((name) => name[other] === one || name[other] === two);
        return minority(rivals.map((name) => ({ ...name, key: name[other] }))).map((name) => {
          const expected = { ...name, [other]: name.usual };
          const reason = `Unexpected name \`${name.given} ${name.family}\` beside \`${expected.given} ${expected.family}\`; is it the same?`;
          return problem("name-inconsistent", reason, { file: name.file, span: name.span });
        });
      }),
  );
}

function pairsOf(words: readonly string[]): readonly (readonly [string, string])[] {
  return words.flatMap((one, i) => words.slice(i + 1).map((two) => [one, two] as const));
}

import { expect, test } from "vitest";
import { align } from "../../pipeline/diff/align.js";
import type { Word } from "../../pipeline/diff/edition.js";
import { compareWords } from "../../pipeline/diff/words.js";

/** Words of a text, a paragraph a line. */
function words(text: string): Word[] {
  return text.split("\n").flatMap((line, block) =>
    line
      .split(" ")
      .filter((each) => each !== "")
      .map((each) => ({ text: each, key: each, block, section: "", page: "" })),
  );
}

const changes = (before: readonly Word[], after: readonly Word[]) =>
  compareWords(before, after, align(before, after)).map(({ kind, pieces }) => [
    kind,
    pieces
      .map((piece) => ({ same: piece.text, old: `-${piece.text}`, new: `+${piece.text}` })[piece.kind])
      .join(" "),
  ]);

test("words stand in their context, which ends with the paragraph", () => {
  expect(
    changes(words("One two.\nThe sky is blue today."), words("One two.\nThe sky is grey today.")),
  ).toEqual([["changed", "The sky is -blue +grey today."]]);
});

test("a short word alone between changes is not called kept", () => {
  expect(changes(words("ends red of house here"), words("ends blue of garden here"))).toEqual([
    ["changed", "ends -red of house +blue of garden here"],
  ]);
});

test("a passage that stands elsewhere has moved", () => {
  const passage = "This passage of more than eight words stands somewhere else now.";
  expect(
    changes(
      words(`${passage}\nAn end. Another end.\nA last line.`),
      words(`An end. Another end.\n${passage}\nA last line.`),
    ),
  ).toEqual([["moved", `+${passage}`]]);
});

test("a word that a line's end cut is the same, whether its hyphen was the typesetter's or the author's", () => {
  const [whole] = words("back-channels");
  const cut = (text: string, bare: string): Word => ({
    block: 0,
    section: "",
    page: "",
    text,
    key: text,
    bare,
  });
  const differs = (word: Word) => (whole ? changes([whole], [word]) : undefined);
  expect(differs(cut("backchannels", "backchannels"))).toEqual([]);
  expect(differs(cut("backchannel", "backchannel"))).toHaveLength(1);
});

test("texts with nothing in common end as replaced, however long they are", () => {
  const long = (word: string) =>
    words(Array.from({ length: 30_000 }, (_, i) => `${word}${i}${i % 12 === 0 ? "." : ""}`).join(" "));
  const { toNew } = align(long("a"), long("b"));
  expect(toNew.every((to) => to === -1)).toBe(true);
});

import { expect, test } from "vitest";
import { examine } from "../../../pipeline/examine.js";
import { printDocument } from "../../../pipeline/write/pdf/print-document.js";
import { typesetter } from "../../support/browser.js";
import { memoryManuscript } from "../../support/memory-manuscript.js";
import { messagesText } from "../../support/messages.js";
import { reportTheme } from "../../support/report-theme.js";

const vocabulary =
  "a by in of so to and the else stone storms seldom autumn arrive before harbour weather promise because nothing carefully considers engineers inspected breakwaters municipality".split(
    " ",
  );

/** A chapter of plausible length: justified paragraphs of long and short words, a note to each, the same at every run. */
function chapter(seed: number): string {
  let state = seed;
  const below = (limit: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
  const sentence = (words: number) => {
    const text = Array.from({ length: words }, () => vocabulary[below(vocabulary.length)]).join(" ");
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  const blocks = Array.from({ length: 60 }, (_, i) => [
    ...(i % 4 === 0 ? [`## Section ${i / 4 + 1}`] : []),
    `${sentence(60 + below(90))}[^${i}]`,
  ]).flat();
  const notes = Array.from({ length: 60 }, (_, i) => `[^${i}]: ${sentence(15 + below(20))}`);
  return [`# Chapter ${seed}`, ...blocks, ...notes].join("\n\n");
}

test("forty pages of prose and notes lose no word at their ends", async () => {
  const manuscript = memoryManuscript({ "a.md": chapter(1), "b.md": chapter(2), "c.md": chapter(3) });
  const theme = await reportTheme();
  const { publication } = await examine(manuscript, theme);
  const { pages, messages } = await typesetter.typeset(await printDocument(publication, theme, "screen"));
  expect(pages.length).toBeGreaterThan(40);
  expect(messagesText(messages)).toBe("");
});

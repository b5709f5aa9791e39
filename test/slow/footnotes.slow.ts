import { afterAll, beforeAll, expect, test } from "vitest";
import { createTypesetter } from "../../pipeline/edges/browser.js";
import { examine } from "../../pipeline/examine.js";
import { finish } from "../../pipeline/write/pdf/finish.js";
import { printDocument } from "../../pipeline/write/pdf/print-document.js";
import { memoryManuscript } from "../support/memory-manuscript.js";
import { messagesText } from "../support/messages.js";
import { misplacedNotes } from "../support/misplaced-notes.js";
import { randomDrawing, randomManuscript } from "../support/random-manuscript.js";
import { reportTheme } from "../support/report-theme.js";

/** Documents of some 30 pages; `QUOIN_SEEDS=100` makes as many. */
const count = Number(process.env.QUOIN_SEEDS ?? 12);
const kinds = [
  { calls: 2, words: 30 },
  { calls: 4, words: 12 },
  { calls: 1, words: 150 },
  { calls: 3, words: 60 },
] as const;

const browser = createTypesetter();
beforeAll(() => browser.warm());
afterAll(() => browser.close());

for (let seed = 1; seed <= count; seed++) {
  test(`no note is lost, doubled or away from its call in random document ${seed}`, async () => {
    const kind = kinds[seed % kinds.length] ?? kinds[0];
    const markdown = randomManuscript(seed, { chapters: 2, blocks: 24, ...kind });
    const numbering = seed % 2 === 0 ? "chapter" : "continuous";
    const notes = { placement: "footnotes", numbering } as const;
    const theme = await reportTheme();
    const { publication } = await examine(
      memoryManuscript(markdown, { notes }, { "dot.svg": randomDrawing }),
      theme,
    );
    const document = await printDocument(publication, theme, "screen");
    const typeset = await browser.typesetter.typeset(document);
    const { messages } = await finish(typeset, publication, theme, document.blocks);
    const all = [...typeset.messages, ...messages];
    const late = all.filter(({ ruleId }) => ruleId === "footnote-late");
    expect(messagesText(all.filter((message) => !late.includes(message)))).toBe("");
    expect(misplacedNotes(typeset)).toHaveLength(late.length);
  });
}

import { beforeAll, describe, expect, test } from "vitest";
import { examine } from "../../../../pipeline/examine.js";
import type { Print, Typeset } from "../../../../pipeline/publication.js";
import { spooledText } from "../../../../pipeline/spooled.js";
import { loadPrinted } from "../../../../pipeline/write/pdf/finish/load-printed.js";
import { openPrints } from "../../../../pipeline/write/pdf/join/open-prints.js";
import { printDocument } from "../../../../pipeline/write/pdf/print-document.js";
import { retag } from "../../../../pipeline/write/pdf/tags/retag.js";
import { typesetter } from "../../../support/browser.js";
import { memoryManuscript } from "../../../support/memory-manuscript.js";
import { messagesText } from "../../../support/messages.js";
import { reportTheme } from "../../../support/report-theme.js";
import { all, outline, structureOf } from "./structure.js";

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join("\n");

/** More blocks than there are signs, several times; as many empty cells in a row; blocks that are the only ones in others; formulas. */
const chapter = (name: string) => `# ${name}

${lines(150, (i) => `Berth ${name} ${i} was dredged.\n`)}

: To be filled in

| Berth | Ground | $d_i$ | Toll | Keeper |
| --- | --- | --- | --- | --- |
${lines(40, () => "| | | | | |")}

> - Quays
>
>   - Piers
>
>     1. Moles

${lines(30, (i) => `Where $d_${i} > 0$, it was deep.\n\n$$\nd_${i} = ${i}\n$$\n`)}

${lines(150, (i) => `- Light ${name} ${i}\n`)}`;

type Document = Awaited<ReturnType<typeof printDocument>>;
let document: Document;
let native: Typeset;
const tagged = async (prints: readonly Print[]) => {
  const pdf = await openPrints(prints);
  const messages = await retag(pdf, document.blocks, "en");
  return { messages, structure: outline(structureOf(pdf)) };
};

beforeAll(async () => {
  const theme = await reportTheme();
  const manuscript = memoryManuscript({ "a.md": chapter("One"), "b.md": chapter("Two") });
  const { publication } = await examine(manuscript, theme);
  document = await printDocument(publication, theme, "screen");
  native = await typesetter.typeset({ ...document, typesetter: "native" });
});

describe("blocks that bear signs under Chromium's own pagination", () => {
  test("have few languages among them", async () => {
    const [print] = native.prints;
    const root = structureOf(await loadPrinted(print?.file ?? spooledText("")));
    const languages = new Set(all(root).map(({ language }) => language));
    expect(document.blocks.length).toBeGreaterThan(1000);
    expect(languages.size).toBeLessThan(80);
  });

  test("are tagged as those whose keys are printed", async () => {
    const paged = await typesetter.typeset({ ...document, typesetter: "paged" });
    const [expected, found] = await Promise.all([tagged(paged.prints), tagged(native.prints)]);
    expect(messagesText(found.messages)).toBe("");
    expect(found.structure).toEqual(expected.structure);
  });

  test("are missed where tags do not come in their order", async () => {
    const [print] = native.prints;
    const signed = print?.signed?.map((part) => ({ ...part, blocks: part.blocks.toReversed() })) ?? [];
    const { messages } = await tagged([{ ...(print as Print), signed }]);
    expect(messages.map(({ ruleId }) => ruleId)).toContain("text-lost");
  });
});

import { expect, test } from "vitest";
import { examine } from "../../../pipeline/examine.js";
import { printDocument } from "../../../pipeline/write/pdf/print-document.js";
import { typesetter } from "../../support/browser.js";
import { memoryManuscript } from "../../support/memory-manuscript.js";
import { openPdf, pagesOf } from "../../support/pdf.js";
import { printedPdf } from "../../support/printed-pdf.js";
import { reportTheme } from "../../support/report-theme.js";

test.each(["paged", "native"] as const)(
  "%s: the box of a task marks its item in place of the dash, and follows a number",
  async (name) => {
    const theme = await reportTheme();
    const manuscript = memoryManuscript({
      "one.md": "# One\n\n- [ ] Rope\n- [x] Mast\n- Sail\n\n1. [x] Anchor\n\n- [x] Keel\n\n  Second\n",
    });
    const { publication } = await examine(manuscript, theme);
    const document = await printDocument(publication, theme, "screen");
    const typeset = await typesetter.typeset({ ...document, typesetter: name });
    expect(typeset.messages.map(String)).toEqual([]);
    const pdf = await openPdf(await printedPdf(typeset));
    const page = (await pagesOf(pdf)).map(({ text }) => text).find((text) => text.includes("Rope"));
    await pdf.loadingTask.destroy();
    const marked = [...(page ?? "").matchAll(/(\S+)\s+(Rope|Mast|Sail|Anchor|Keel)/g)];
    expect(marked.map(([, mark, word]) => `${mark} ${word}`)).toEqual([
      "☐ Rope",
      "☑ Mast",
      "– Sail",
      "☑ Anchor",
      "☑ Keel",
    ]);
    expect(page).toMatch(/1\.\s+☑\s+Anchor/);
  },
);

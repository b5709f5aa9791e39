import { describe, expect, test } from "vitest";
import { typesetter } from "../../support/browser.js";
import { getDocument } from "../../support/pdfjs.js";
import { printedPdf } from "../../support/printed-pdf.js";
import { paragraphs, smallDocument } from "./small-document.js";

/** Sixteen lines go on a page. */
const css = "html { orphans: 1; widows: 1 }";

describe.each(["paged", "native"] as const)("%s", (name) => {
  test("a page that ends in words which its paragraph holds twice sets nothing twice", async () => {
    const again = "harbours and harbours <em>of</em> ";
    const text = `${again.repeat(60)}<em>of</em> harbours and harbours`;
    const set = await typesetter.typeset(
      smallDocument(`<section data-part="a">${paragraphs(8)}<p>${text}</p></section>`, {
        css,
        typesetter: name,
      }),
    );
    expect(set.pages.length).toBeGreaterThan(1);
    expect(set.messages).toEqual([]);
  });

  test("a page ends in code before a line that begins with an element, and keeps its indent", async () => {
    const code =
      "<pre><code>if one:\n    if two:\n        <b>return</b> three\n    <b>return</b> four\n</code></pre>";
    for (const before of [12, 13, 14]) {
      const set = await typesetter.typeset(
        smallDocument(`<section data-part="a">${paragraphs(before)}${code}${paragraphs(3, 15)}</section>`, {
          css: `${css} pre { margin: 0; font: inherit; white-space: pre-wrap }`,
          typesetter: name,
        }),
      );
      expect(set.messages).toEqual([]);
      expect(set.pages).toHaveLength(2);
    }
  });

  test("a page does not end inside the first word of an emphasis", async () => {
    const words = '<p style="width: 65px">of <em>break\u00ADwaters and more</em></p>';
    const set = await typesetter.typeset(
      smallDocument(`<section data-part="a">${paragraphs(15)}${words}</section>`, { css, typesetter: name }),
    );
    expect(set.messages).toEqual([]);
    const pdf = await getDocument({ data: new Uint8Array(await printedPdf(set)), verbosity: 0 }).promise;
    const { items } = await (await pdf.getPage(1)).getTextContent();
    await pdf.loadingTask.destroy();
    const text = items.map((item) => ("str" in item ? item.str : "")).join("");
    expect(text.trim()).toMatch(/15of$/);
  });

  test("a text that goes on over several pages keeps its letters where hyphens at their ends go", async () => {
    const words = `<p style="width: 81px">${"har\u00ADbour break\u00ADwaters ".repeat(120)}</p>`;
    const set = await typesetter.typeset(
      smallDocument(`<section data-part="a">${words}</section>`, { css, typesetter: name }),
    );
    expect(set.pages.length).toBeGreaterThan(4);
    const pdf = await getDocument({ data: new Uint8Array(await printedPdf(set)), verbosity: 0 }).promise;
    const shown: string[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      shown.push(...items.map((item) => ("str" in item ? item.str : "")));
    }
    await pdf.loadingTask.destroy();
    expect(shown.join("").replace(/[^a-z]/g, "")).toBe("harbourbreakwaters".repeat(120));
  });

  test("a word of one letter at the head of a page is tagged like any other", async () => {
    const broken = `<p>one line<br>a <em>harbour</em></p>`;
    const set = await typesetter.typeset(
      smallDocument(`<section data-part="a">${paragraphs(15)}${broken}</section>`, { css, typesetter: name }),
    );
    const pdf = await getDocument({ data: new Uint8Array(await printedPdf(set)), verbosity: 0 }).promise;
    const page = await pdf.getPage(2);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    await pdf.loadingTask.destroy();
    let depth = 0;
    const untagged: string[] = [];
    for (const item of items) {
      if ("type" in item) depth += item.type.startsWith("begin") ? 1 : -1;
      else if (depth === 0 && item.str.trim() !== "") untagged.push(item.str);
    }
    const text = items.map((item) => ("str" in item ? item.str : "")).join("");
    expect(text.trim()).toMatch(/^2a ?harbour/);
    // The folio is no content.
    expect(untagged).toEqual(["2"]);
  });
});

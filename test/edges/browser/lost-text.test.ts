import { describe, expect, test } from "vitest";
import { lostText } from "../../../pipeline/edges/browser/lost-text.js";
import type { TextProblem } from "../../../pipeline/edges/browser/page/shared.js";
import type { TypesetterName } from "../../../pipeline/publication.js";
import { typesetter } from "../../support/browser.js";
import { paragraph, paragraphs, smallDocument } from "./small-document.js";

async function problemsOf(name: TypesetterName, content: string, css = ""): Promise<string[]> {
  const { messages } = await typesetter.typeset(
    smallDocument(`<section data-part="a">${content}</section>`, { css, typesetter: name }),
  );
  return messages.map(
    ({ file, line, column, ruleId, reason, fatal }) =>
      `${file}:${line}:${column} ${fatal ? "fatal" : ""} ${ruleId} ${reason}`,
  );
}

describe.each(["paged", "native"] as const)("%s: nothing is reported", (name) => {
  test.each([
    ["of plain paragraphs", paragraphs(60)],
    [
      "of a table, a list and a quotation",
      `<table><tr><td>a</td><td>b</td></tr></table><ol><li>${paragraphs(30)}</li></ol><blockquote>${paragraphs(30, 50)}</blockquote>`,
    ],
    [
      "of words that soft hyphens divide over two pages",
      paragraph(1, "am\u00ADphi\u00ADthe\u00ADatre ".repeat(700)),
    ],
    [
      "of text that style sheets make and hide",
      `<p class="made">made</p><p class="hidden">hidden</p>${paragraph(1)}`,
    ],
    ["of code and its spaces", `<pre>a\n  b\n    c  d</pre>${paragraph(1)}`],
    [
      "of a picture in the bleed",
      `<div style="position:relative;height:18px"><svg class="bleeds" aria-label="Sea"></svg></div>${paragraph(1)}`,
    ],
    [
      "of numbers and quotation marks that hang before their lines, boxes drawn into the margin, and what is placed there",
      `<blockquote class="hung">${paragraph(1)}</blockquote><aside class="drawn">${paragraph(2, "Words ".repeat(12))}</aside>
       <p class="noted">${"Words ".repeat(6)}<span class="note">beside it</span></p>`,
    ],
    [
      "of spaces at the ends of lines of code",
      `<pre class="code">a${" ".repeat(90)}\nb</pre>${paragraph(1)}`,
    ],
  ])("%s", async (_, content) => {
    const css = `.made::before { content: "generated" } .hidden { display: none }
      .hung { margin: 0; width: 200px; text-indent: -20px } .drawn { width: 150px; margin: 0 -60px 0 100px }
      .noted { position: relative; width: 200px } .note { position: absolute; left: 260px; white-space: nowrap }
      .code { white-space: pre-wrap; width: 90px }
      .bleeds { position: absolute; left: -57px; top: -57px; width: 416px; height: 100px }`;
    expect(await problemsOf(name, content, css)).toEqual([]);
  });
});

describe("a row taller than a page that should not be divided", () => {
  const row = `<table data-place="one.md:2:1"><tr><td>${paragraphs(40, 10)}</td><td>dropped</td></tr></table>`;
  const tallRow = paragraph(1) + row + paragraph(90);
  const unbroken = "tr, td { break-inside: avoid }";

  test("is divided where Chromium breaks the pages", async () => {
    expect(await problemsOf("native", tallRow, unbroken)).toEqual([]);
  });

  test("loses a cell in Paged.js, and a fatal message tells", async () => {
    const problems = await problemsOf("paged", tallRow, unbroken);
    expect(problems[0]).toMatch(
      /^one\.md:2:1 fatal text-lost “dropped” was lost in typesetting, on or after page \d$/,
    );
    expect(problems[1]).toMatch(
      /^one\.md:\d\d:1 fatal text-overflow .* and \d+ more as far as “.*49”, runs off the paper of page \d$/,
    );
  });
});

describe.each(["paged", "native"] as const)(
  "%s: text that overflows is named with its first word out of place",
  (name) => {
    test.each([
      [
        "beside the paper",
        paragraph(1) + paragraph(2, "wide ".repeat(90)) + paragraph(3),
        "#p2 { white-space: nowrap }",
        /^one\.md:2:1 fatal text-overflow “wide wide .*…” runs off the paper of page 1$/,
      ],
      [
        "in the margin",
        paragraph(1) + paragraph(2, "wide ".repeat(12).trim()),
        "#p2 { white-space: nowrap }",
        /^one\.md:2:1 fatal text-overflow “wide 2” runs out of the text area of page 1$/,
      ],
      [
        "below the text area, on the folio",
        paragraph(8, "line<br>".repeat(7)),
        "#p8 { display: inline-block; font: 40px/40px sans-serif }",
        /^one\.md:8:1 fatal text-overflow “8” runs out of the text area of page 1$/,
      ],
      [
        "in a box narrower than its word",
        `<div class="narrow">${paragraph(4, "At Donaudampfschifffahrtsgesellschaft end")}</div>`,
        ".narrow { width: 90px }",
        /^one\.md:4:1 fatal text-overflow “Donaudampf.* end 4” is too wide for its column, box or table cell on page 1$/,
      ],
      [
        "in a table cell of a given width",
        `<table><tr><td data-place="one.md:5:9">Donaudampfschifffahrtsgesellschaft</td><td>b</td></tr></table>`,
        "table { table-layout: fixed; width: 150px }",
        /^one\.md:5:9 fatal text-overflow “Donaudampf.*” is too wide for its column, box or table cell on page 1$/,
      ],
      [
        "in a table that its longest words make wider than the column",
        `<div class="half"><table><tr><td>a</td><td data-place="one.md:5:9">Donaudampfschifffahrtsgesellschaft</td></tr></table></div>`,
        ".half { width: 140px }",
        /^one\.md:5:9 fatal text-overflow “Donaudampf.*” is too wide for its column, box or table cell on page 1$/,
      ],
      [
        "as right-to-left text beyond its left edge",
        `<div class="narrow" dir="rtl" lang="ar"><p data-place="one.md:6:1">${"\u0645".repeat(30)}</p></div>`,
        ".narrow { width: 90px; margin-left: 200px }",
        /^one\.md:6:1 fatal text-overflow “\u0645+” is too wide for its column, box or table cell on page 1$/,
      ],
      [
        "as a picture taller than a page",
        `<figure data-place="one.md:7:3"><svg width="50" height="900" aria-label="Tower"></svg></figure>${paragraph(1)}`,
        "",
        /^one\.md:7:3 fatal text-overflow The picture “Tower” runs off the paper of page \d$/,
      ],
      [
        "as a picture that nothing is said of",
        `<figure data-place="one.md:7:3"><svg width="50" height="900" aria-label=""></svg></figure>${paragraph(1)}`,
        "",
        /^one\.md:7:3 fatal text-overflow A picture without words runs off the paper of page \d$/,
      ],
    ])("%s", async (_, content, css, expected) => {
      expect(await problemsOf(name, content, css)).toEqual([expect.stringMatching(expected)]);
    });
  },
);

test("text that stands twice on the pages is reported as doubled", () => {
  const twice: TextProblem = {
    kind: "doubled",
    text: "Twice",
    picture: false,
    place: "a b:c.md:3:4",
    page: 2,
    continues: false,
  };
  const [message] = lostText([twice]);
  expect(message).toMatchObject({
    ruleId: "text-doubled",
    file: "a b:c.md",
    line: 3,
    column: 4,
    fatal: true,
  });
  expect(message?.reason).toBe("“Twice” was set twice, beginning on page 3");
});

test("of the words of a table that is too wide, one message tells, with the worst that becomes of them", () => {
  const cell = (text: string, kind: TextProblem["kind"], continues: boolean): TextProblem => {
    return { kind, text, picture: false, place: "one.md:2:1", page: 0, continues, whole: { name: "q1" } };
  };
  const messages = lostText([
    cell("a", "off-column", false),
    cell("b", "off-paper", true),
    cell("c", "off-column", false),
  ]);
  expect(messages).toMatchObject([{ ruleId: "text-overflow", fatal: true }]);
  expect(messages[0]?.reason).toBe("“a”, and 2 more as far as “c”, runs off the paper of page 1");
});

describe.each(["paged", "native"] as const)("%s: a formula that is too wide", (name) => {
  const formula = (sign: string, count: number) => {
    const terms = Array.from({ length: count }, (_, i) => i);
    const tex = terms.map((i) => `${sign}_{${i}}^2`).join(" + ");
    const signs = terms.map((i) => `<msubsup><mi>${sign}</mi><mn>${i}</mn><mn>2</mn></msubsup>`);
    return `<math display="block" alttext="${tex}"><mrow>${signs.join("<mo>+</mo>")}</mrow></math>`;
  };

  test("is named by its source in one message, with its line", async () => {
    const problems = await problemsOf(
      name,
      `${paragraph(1)}<p class="formula" data-place="one.md:3:1">${formula("x", 30)}</p><p class="formula" data-place="one.md:7:1">${formula("y", 20)}</p>${paragraph(9)}`,
    );
    expect(problems).toEqual([
      expect.stringMatching(
        /^one\.md:3:1 fatal text-overflow The formula “x_\{0\}\^2 \+ .*…” runs off the paper of page 1$/,
      ),
      expect.stringMatching(
        /^one\.md:7:1 fatal text-overflow The formula “y_\{0\}\^2 \+ .*…” runs off the paper of page 1$/,
      ),
    ]);
  });
});

test("what has no place is reported all the same", () => {
  const nowhere: TextProblem = {
    kind: "lost",
    text: "x".repeat(80),
    picture: false,
    place: "",
    page: 0,
    continues: false,
  };
  const [message] = lostText([nowhere]);
  expect(message).toMatchObject({ ruleId: "text-lost", line: undefined });
  expect(message?.reason).toContain(`“${"x".repeat(57)}…”`);
});

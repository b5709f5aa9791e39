import { afterAll, describe, expect, test } from "vitest";
import { lostText } from "../../../pipeline/edges/browser/lost-text.js";
import type { TextProblem } from "../../../pipeline/edges/browser/page/shared.js";
import { createTypesetter } from "../../../pipeline/edges/browser.js";
import { paragraph, paragraphs, smallDocument } from "./small-document.js";

const { typesetter, close } = createTypesetter();
afterAll(close);

async function problemsOf(content: string, css = ""): Promise<string[]> {
  const { messages } = await typesetter.typeset(
    smallDocument(`<section data-part="a">${content}</section>`, { css }),
  );
  return messages.map(
    ({ file, line, column, ruleId, reason, fatal }) =>
      `${file}:${line}:${column} ${fatal ? "fatal" : ""} ${ruleId} ${reason}`,
  );
}

describe("nothing is reported", () => {
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
  ])("%s", async (_, content) => {
    const css = `.made::before { content: "generated" } .hidden { display: none }
      .bleeds { position: absolute; left: -57px; top: -57px; width: 416px; height: 100px }`;
    expect(await problemsOf(content, css)).toEqual([]);
  });
});

describe("a fatal message tells", () => {
  test("of a cell that Paged.js drops with a row too tall for a page", async () => {
    const row = `<table data-place="one.md:2:1"><tr><td>${paragraphs(40, 10)}</td><td>dropped</td></tr></table>`;
    const problems = await problemsOf(paragraph(1) + row + paragraph(90), "tr, td { break-inside: avoid }");
    expect(problems.at(-1)).toMatch(
      /^one\.md:2:1 fatal text-lost “dropped” was lost in typesetting, on or after page \d$/,
    );
    expect(problems[0]).toMatch(/^one\.md:\d\d:1 fatal text-lost .* and \d+ more as far as “.*49”, runs off/);
  });

  test("of lines that stand beside the paper", async () => {
    expect(
      await problemsOf(
        paragraph(1) + paragraph(2, "wide ".repeat(90)) + paragraph(3),
        "#p2 { white-space: nowrap }",
      ),
    ).toEqual([
      expect.stringMatching(/^one\.md:2:1 fatal text-lost “wide wide .*…” runs off the paper of page 1$/),
    ]);
  });

  test("of a picture taller than a page", async () => {
    const figure =
      '<figure data-place="one.md:7:3"><svg width="50" height="900" aria-label="Tower"></svg></figure>';
    expect(await problemsOf(figure + paragraph(1))).toEqual([
      expect.stringMatching(
        /^one\.md:7:3 fatal text-lost The picture “Tower” runs off the paper of page \d$/,
      ),
    ]);
  });
});

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

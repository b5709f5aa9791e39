import { expect, test } from "vitest";
import { sourcePage } from "../../pipeline/preview/source-page.js";

test("every line can be linked to and shows as it was written, its messages below it", () => {
  const message = {
    severity: "error",
    file: "one.md",
    line: 2,
    reason: "Unexpected <b>",
    rule: "x-y",
  } as const;
  const html = sourcePage("one.md", "# One\r\n<script>alert(1)</script> & more\r\n", [message]);
  expect(html.match(/<li id="L\d+"/g)).toEqual(['<li id="L1"', '<li id="L2"']);
  expect(html).not.toContain("<script>");
  expect(html).toContain("&#x3C;script>alert(1)&#x3C;/script> &#x26; more");
  expect(html).toMatch(/<li id="L2".*<b>error<\/b> Unexpected &#x3C;b> <span class="rule">x-y<\/span>/);
});

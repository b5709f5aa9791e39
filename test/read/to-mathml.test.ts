import type { Element } from "hast";
import { toHtml } from "hast-util-to-html";
import { describe, expect, test } from "vitest";
import { toMathml } from "../../pipeline/read/to-mathml.js";

const mathml = (tex: string, display: "block" | "inline" = "inline"): Element => {
  const made = toMathml(tex, display);
  if (!("mathml" in made)) throw new Error(made.reason);
  return made.mathml;
};

describe("toMathml", () => {
  test("keeps the source as the words of the formula", () => {
    expect(mathml("a\n+ b").properties.alttext).toBe("a + b");
  });

  test("sets a display as a block", () => {
    expect(mathml("x", "block").properties.display).toBe("block");
    expect(mathml("x").properties.display).toBeUndefined();
  });

  test("writes no fixed length", () => {
    const cells = toHtml(mathml("\\begin{pmatrix}a&b\\end{pmatrix}"));
    expect(cells).toContain('style="padding-left:0em;padding-right:0.498em;"');
    expect(cells).not.toMatch(/\dpt;/);
  });

  test("gives sizes to mstyle alone, as the schema of MathML 3 has it", () => {
    const html = toHtml(mathml("\\begin{cases}\\dfrac{a}{2} & b\\end{cases} \\tfrac12"));
    expect(html).toMatch(/<mstyle [^>]*displaystyle/);
    expect(html).not.toMatch(/<(?!math|mstyle|mtable)\w+ [^>]*(?:displaystyle|scriptlevel)/);
  });

  test("loads and links nothing", () => {
    const unsafe = ["\\includegraphics{https://example.org/x.png}", "\\href{javascript:alert(1)}{x}"];
    for (const tex of unsafe) {
      const made = toMathml(tex, "inline");
      if ("mathml" in made) expect(toHtml(made.mathml)).not.toMatch(/href|src=/);
    }
  });

  test.each([
    ["\\frac{a}{", "Unexpected end of input in a macro argument, expected '}'"],
    ["\\nosuch x", "Unsupported function name: \\nosuch"],
    ["\\def\\a{\\a\\a}\\a", /\S/],
  ])("says why %s is none", (tex, reason) => {
    const made = toMathml(tex, "inline");
    expect("reason" in made && made.reason).toMatch(reason);
  });
});

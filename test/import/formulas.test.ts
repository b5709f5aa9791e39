import { fromHtml } from "hast-util-from-html";
import { describe, expect, test } from "vitest";
import { texOf } from "../../pipeline/import/formulas/to-tex.js";

function tex(mathml: string, attributes = ""): string | undefined {
  const [math] = fromHtml(`<math${attributes}>${mathml}</math>`, { fragment: true }).children;
  if (math?.type !== "element") throw new Error("Expected a formula");
  return texOf(math);
}

describe("MathML becomes TeX", () => {
  test("as it was annotated, where that says the same", () => {
    const source = (text: string) =>
      `<semantics><msup><mi>x</mi><mn>2</mn></msup><annotation encoding="application/x-tex">${text}</annotation></semantics>`;
    expect(tex(source("x^2"))).toBe("x^2");
    expect(tex(source("x^3"))).toBe("x^{2}");
    expect(tex(source("x2"))).toBe("x^{2}");
  });

  test("as its alttext has it, where that is TeX", () => {
    const fraction = "<mfrac><mi>a</mi><mi>b</mi></mfrac>";
    expect(tex(fraction, ' alttext="\\frac ab"')).toBe("\\frac ab");
    expect(tex(fraction, ' alttext="a over b"')).toBe("\\frac{a}{b}");
  });

  test("by conversion", () => {
    expect(tex("<msqrt><mi>x</mi></msqrt><mo>≤</mo><mi>α</mi>")).toBe("\\sqrt{x} \\leq \\alpha");
    expect(
      tex(
        "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>i</mi>",
      ),
    ).toBe("\\sum_{i = 1}^{n} i");
  });
});

describe("MathML is left to a person", () => {
  test.each([
    ["where the converter has nothing for it", "<mlongdiv><mn>4</mn><mn>2</mn></mlongdiv>"],
    ["where it is empty", ""],
    ["where it would read as prose", "<mi>and</mi><mo>,</mo><mi>or</mi><mo>,</mo><mi>both</mi>"],
  ])("%s", (_, mathml) => {
    expect(tex(mathml)).toBeUndefined();
  });
});

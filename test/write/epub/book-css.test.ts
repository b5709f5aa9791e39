import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** The style sheets of the e-book, as declarations with the selectors and the media query that they stand under. */
interface Declaration {
  readonly media: string;
  readonly selector: string;
  readonly property: string;
  readonly value: string;
}

function declarationsOf(css: string, media = ""): Declaration[] {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, "");
  const found: Declaration[] = [];
  const rule = /([^{}]+)\{((?:[^{}]|\{[^{}]*\})*)\}/g;
  for (const [, head = "", body = ""] of bare.matchAll(rule)) {
    if (head.trim().startsWith("@media")) found.push(...declarationsOf(body, head.trim()));
    else
      for (const each of body.split(";")) {
        const [property = "", ...value] = each.split(":");
        if (value.length > 0)
          found.push({
            media,
            selector: head.trim().replace(/\s+/g, " "),
            property: property.trim(),
            value: value.join(":").trim(),
          });
      }
  }
  return found;
}

const declarations = ["code.css", "book.css", "formulas.css"].flatMap((name) =>
  declarationsOf(readFileSync(`templates/report/${name}`, "utf8")),
);

describe("the style sheets of the e-book", () => {
  test("let it be seen where a further paragraph of a note begins", () => {
    const indent = declarations.find(
      ({ selector, property }) => selector === ".note > p + p" && property === "text-indent",
    );
    expect(indent?.value).toBe("1.2em");
  });

  test.each(["ul", "blockquote", ".work", ".note > *"])("turn %s around, and back", (selector) => {
    const [block = "", below = ""] = selector.split(/(?= > )/);
    const propertiesOf = (wanted: string) =>
      declarations
        .filter(({ selector: found }) => found.split(", ").includes(wanted))
        .map(({ property }) => property);
    const turned = propertiesOf(`${block}[dir="rtl"]${below}`);
    expect(turned).not.toEqual([]);
    expect(propertiesOf(`[dir="rtl"] ${block}[dir="ltr"]${below}`)).toEqual(turned);
  });

  test("are read", () => {
    expect(declarations.length).toBeGreaterThan(200);
    expect(declarationsOf("p{color:red}@media x{a{b:c}}")).toEqual([
      { media: "", selector: "p", property: "color", value: "red" },
      { media: "@media x", selector: "a", property: "b", value: "c" },
    ]);
  });

  test("fix no colour of the text, only of accents, and those for dark pages too", () => {
    const colours = declarations.filter(({ property }) => property === "color");
    const fixed = colours.filter(({ value }) => value !== "inherit");
    const accents = (of: typeof colours) =>
      [...new Set(of.flatMap(({ selector }) => selector.split(/,\s*/)))].sort();
    const light = fixed.filter(({ media }) => media === "");
    expect(accents(light)).toEqual(accents(fixed.filter(({ media }) => media.includes("dark"))));
    expect(accents(light).filter((selector) => /^(?:html|body|p|li|h\d|td|a)$/.test(selector))).toEqual([]);
  });

  test("lay no surface under the text that hides a reader's own", () => {
    const surfaces = declarations.filter(({ property }) => /^background/.test(property));
    const opaque = surfaces.filter(
      ({ value, selector }) =>
        !/rgba\(|transparent|gradient/.test(value) && !/^figure (?:img|svg)/.test(selector),
    );
    expect(opaque).toEqual([]);
  });

  test("size everything by the reader's own size, and fix no line height of running text", () => {
    const absolute = declarations.filter(
      ({ property, value }) =>
        /^(?:font|font-size|line-height|letter-spacing|text-indent|(?:margin|padding|min-|max-)?.*)$/.test(
          property,
        ) && /(?:^|[\s(])\d*\.?\d+(?:px|pt|cm|mm|in)\b/.test(value),
    );
    // A hairline stays a hairline.
    expect(absolute.filter(({ value }) => !/^1px (?:solid|dotted)/.test(value))).toEqual([]);
    const lines = declarations.filter(({ property }) => property === "line-height");
    expect(lines.filter(({ selector }) => /^(?:html|body|p|li|blockquote)$/.test(selector))).toEqual([]);
  });

  test("use nothing that a reader could not overrule", () => {
    expect(declarations.filter(({ value }) => value.includes("!important"))).toEqual([]);
    const placed = declarations.filter(({ property, value }) => property === "position" && value === "fixed");
    expect(placed).toEqual([]);
  });
});

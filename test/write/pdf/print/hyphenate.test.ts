import { toString as textOf } from "hast-util-to-string";
import { h } from "hastscript";
import { describe, expect, test } from "vitest";
import { hyphenate, languagesOf } from "../../../../pipeline/write/pdf/print/hyphenate.js";
import { hyphenatorFor, patternsFor } from "../../../../pipeline/write/pdf/print/hyphenator.js";

/** Show soft hyphens as bars. */
const shown = (text: string | undefined) => text?.replaceAll("\u00AD", "|");

describe("hyphenator", () => {
  test("breaks words by the rules of each language", async () => {
    const british = await hyphenatorFor("en-GB");
    const american = await hyphenatorFor("en-US");
    const german = await hyphenatorFor("de-AT");
    expect(shown(british?.("the responsible municipality"))).toBe("the respons|ible muni|cip|al|ity");
    expect(shown(american?.("responsible"))).toBe("respon|si|ble");
    expect(shown(german?.("Donaudampfschiff"))).toBe("Donau|dampf|schiff");
  });

  test("keeps three letters before and after a break, and short words whole", async () => {
    const english = await hyphenatorFor("en-US");
    const words =
      english?.("again about opened ability university, e.g. unity; record eagerly").split(
        /[^\p{L}\u00AD]+/u,
      ) ?? [];
    for (const word of words) {
      const pieces = word.split("\u00AD");
      const ends = pieces.length > 1 ? [pieces[0], pieces.at(-1)] : [];
      for (const end of ends) expect(end?.length, word).toBeGreaterThanOrEqual(3);
      if (pieces.join("").length < 6) expect(pieces).toHaveLength(1);
    }
    expect(words.some((word) => word.includes("\u00AD"))).toBe(true);
  });

  test("loses and adds no letter", async () => {
    const text = "L’état, c’est-à-dire l’administration; https://example.org/administration?x=1";
    const french = await hyphenatorFor("fr");
    expect(french?.(text).replaceAll("\u00AD", "")).toBe(text);
  });

  test("has none for a language without patterns", async () => {
    expect(await hyphenatorFor("ar")).toBeUndefined();
    expect(patternsFor("en-NZ")).toBe("en");
    expect(patternsFor("pt-BR")).toBe("pt");
  });
});

describe("hyphenate", () => {
  test("takes each passage by its own language and leaves ragged text, code and addresses alone", async () => {
    const tree = h("section", [
      h("h2", "Municipality"),
      h("p", [
        "municipality ",
        h("span", { lang: "de" }, "Donaudampfschiff"),
        " ",
        h("code", "municipality"),
      ]),
      h("p", [h("a.url", { href: "https://example.org" }, "municipality")]),
      h("figure", [h("figcaption", "municipality")]),
      h("aside.callout", h("p", "municipality")),
      h("p", { lang: "ar" }, "municipality"),
    ]);
    const hyphenators = new Map();
    for (const language of languagesOf(tree, "en-GB"))
      hyphenators.set(language, await hyphenatorFor(language));
    hyphenate(tree, "en-GB", hyphenators);
    expect(tree.children.map((child) => (child.type === "element" ? shown(textOf(child)) : ""))).toEqual([
      "Municipality",
      "muni|cip|al|ity Donau|dampf|schiff municipality",
      "municipality",
      "municipality",
      "municipality",
      "municipality",
    ]);
  });

  test("breaks a word of a title that may fit in no line, and no other", async () => {
    const tree = h("section", [
      h("h1", "Donaudampfschifffahrtsgesellschaft an der Donau"),
      h("pre", "Donaudampfschifffahrtsgesellschaft"),
    ]);
    hyphenate(tree, "de", new Map([["de", (await hyphenatorFor("de")) ?? String]]));
    expect(shown(textOf(tree))).toBe(
      "Donau|dampf|schiff|fahrts|ge|sell|schaft an der DonauDonaudampfschifffahrtsgesellschaft",
    );
  });
});

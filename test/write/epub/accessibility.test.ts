import { h } from "hastscript";
import { describe, expect, it } from "vitest";
import type { Image, Publication } from "../../../pipeline/publication.js";
import { accessibilityOf } from "../../../pipeline/write/epub/accessibility.js";
import { summaryOf } from "../../../pipeline/write/epub/accessibility-summary.js";
import { samplePublication } from "../../support/sample-publication.js";

const sample = samplePublication();
const withContent = (...children: ReturnType<typeof h>[]): Publication => ({
  ...sample,
  parts: sample.parts
    .filter(({ kind }) => kind === "cover" || kind === "contents")
    .concat([
      { id: "a", kind: "chapter", division: "body", title: "A", tree: h(null, [h("section#a", children)]) },
    ]),
});

describe("accessibilityOf", () => {
  it("says what the sample holds", () => {
    expect(accessibilityOf(sample)).toEqual({
      accessMode: ["textual", "visual"],
      accessModeSufficient: ["textual", "textual,visual"],
      accessibilityFeature: [
        "tableOfContents",
        "readingOrder",
        "displayTransformability",
        "structuralNavigation",
        "alternativeText",
        "ARIA",
      ],
      accessibilityHazard: ["none"],
      accessibilitySummary:
        "The text can be enlarged, restyled and read aloud. Headings and a table of contents lead through it. " +
        "Every image is described in words. Each note can be reached from the text, and the text from each note. " +
        "Nothing flashes, moves or makes a sound.",
    });
  });

  it("does not speak of images where there are none but the cover", () => {
    const { accessMode, accessModeSufficient, accessibilityFeature } = accessibilityOf(
      withContent(h("p", "x")),
    );
    expect([accessMode, accessModeSufficient]).toEqual([["textual"], ["textual"]]);
    expect(accessibilityFeature).not.toContain("alternativeText");
  });

  it("does not call the text sufficient where an image has no words", () => {
    const publication = withContent(h("img", { src: "images/photo.png", alt: " " }));
    const { accessModeSufficient, accessibilityFeature, accessibilitySummary } = accessibilityOf(publication);
    expect(accessModeSufficient).toEqual(["textual,visual"]);
    expect(accessibilityFeature).not.toContain("alternativeText");
    expect(accessibilitySummary).toContain("Some images are not described in words.");
  });

  it("does not say that nothing moves where an image might", () => {
    const gif: Image = {
      path: "a.gif",
      mediaType: "image/gif",
      bytes: new Uint8Array(),
      width: 1,
      height: 1,
    };
    const publication = {
      ...withContent(h("img", { src: "a.gif", alt: "A" })),
      images: new Map([["a.gif", gif]]),
    };
    expect(accessibilityOf(publication).accessibilityHazard).toEqual(["unknown"]);
    expect(accessibilityOf(publication).accessibilitySummary).not.toContain("Nothing flashes");
  });
});

describe("summaryOf", () => {
  const facts = { images: true, described: true, still: true, notes: true };

  it.each([
    ["fr-CA", "Le texte"],
    ["es", "El texto"],
    ["de-AT", "Der Text"],
    ["ar", "يمكن"],
    ["he", "אפשר"],
    ["pt", "The text"],
  ])("speaks %s", (language, beginning) => {
    expect(summaryOf(facts, language)).toMatch(new RegExp(`^${beginning}`));
  });
});

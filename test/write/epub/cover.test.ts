import { beforeAll, describe, expect, it } from "vitest";
import type { Theme } from "../../../pipeline/publication.js";
import { coverDocument } from "../../../pipeline/write/epub/cover.js";
import { reportTheme } from "../../support/report-theme.js";
import { samplePublication } from "../../support/sample-publication.js";

const publication = samplePublication();
const cover = publication.parts[0];
let theme: Theme;

beforeAll(async () => {
  theme = await reportTheme();
});

describe("the page that is pictured", () => {
  it("holds the cover's tree, its drawing inline, the theme's colours and cover.css", () => {
    if (!cover) throw new Error("Expected the sample to have a cover");
    const { html, resources } = coverDocument(cover, publication, theme);
    expect(html).toMatch(/^<!DOCTYPE html><html lang="en-GB" dir="ltr">/);
    expect(html).toContain("A Short Account of Harbours");
    expect(html).toMatch(/<svg [^>]*aria-label="Two lines that meet and part"/);
    expect(html).toContain("--deep:#13293d");
    expect(html).toContain(theme.styles["cover.css"]);
    expect([...resources.keys()]).toContain("/fonts/SourceSerif4Display-Light.ttf");
  });

  it("leaves style sheets as they are written, where XML would escape them", () => {
    if (!cover) throw new Error("Expected the sample to have a cover");
    const styles = { "cover.css": "@media (width < 9px) { .a { & > b { color: red } } }" };
    expect(coverDocument(cover, publication, { ...theme, styles }).html).toContain(styles["cover.css"]);
  });
});

import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { charactersOfFont } from "../../pipeline/characters-of-font.js";
import { examine } from "../../pipeline/examine.js";
import type { Theme } from "../../pipeline/publication.js";
import { memoryManuscript } from "../support/memory-manuscript.js";
import { messagesText } from "../support/messages.js";
import { reportTheme } from "../support/report-theme.js";

let theme: Theme;
beforeAll(async () => {
  theme = await reportTheme();
});
const messagesOf = async (markdown: string, with_: Theme = theme) => {
  const { messages } = await examine(memoryManuscript({ "one.md": markdown }), with_);
  return messagesText(messages.filter(({ ruleId }) => ruleId === "glyph-missing"));
};

describe("glyph-missing", () => {
  test("names what no font of the theme has, once, at its place", async () => {
    expect(await messagesOf("# One\n\nEnglish, and 中文。\n\nMore 中文字.\n")).toBe(
      "one.md:3:14 warning glyph-missing Unexpected 中 (U+4E2D), 文 (U+6587), 。 (U+3002), 字 (U+5B57), which no font of the theme has; expected `npm install @expo-google-fonts/noto-serif-sc` in the publication’s folder, or a theme with a font for them\n",
    );
  });

  test("names the package for the language of the passage", async () => {
    const passage = (language: string, words: string) =>
      `# One\n\n:::passage{lang=${language}}\n${words}\n:::\n`;
    expect(await messagesOf(passage("zh-Hant-TW", "灣"))).toContain("@expo-google-fonts/noto-serif-tc`");
    expect(await messagesOf(passage("ja", "東京へ"))).toContain("@expo-google-fonts/noto-serif-jp`");
    expect(await messagesOf(passage("ko", "서울"))).toContain("@expo-google-fonts/noto-serif-kr`");
    expect(await messagesOf(passage("th", "กรุง"))).toContain("; expected a theme with a font for them");
  });

  test("has nothing against what the theme's fonts have", async () => {
    const text = "# One\n\nÀ la carte, Ελληνικά, Русский, “quotes”, 10 €, naïve, العربية، עברית, ½ – …\n";
    expect(await messagesOf(text)).toBe("");
  });

  test("asks a theme without fonts for none", async () => {
    expect(await messagesOf("# One\n\n中文\n", { ...theme, printFonts: [] })).toBe("");
  });
});

describe("charactersOfFont", () => {
  const has = (path: string, character: string) => {
    const code = character.codePointAt(0) ?? 0;
    const coverage = charactersOfFont(readFileSync(`node_modules/${path}`));
    return coverage.some(([first, last]) => first <= code && code <= last);
  };

  test("reads TrueType and WOFF2", () => {
    expect(has("source-sans/TTF/SourceSans3-Regular.ttf", "é")).toBe(true);
    expect(has("source-sans/TTF/SourceSans3-Regular.ttf", "ש")).toBe(false);
    const hebrew = "@fontsource/noto-serif-hebrew/files/noto-serif-hebrew-hebrew-400-normal.woff2";
    expect(has(hebrew, "ש")).toBe(true);
    expect(has(hebrew, "é")).toBe(false);
    expect(has("@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2", "𝑥")).toBe(true);
  });

  test("reads nothing from what is no font", () => {
    expect(charactersOfFont(Buffer.from("wOF2"))).toEqual([]);
    expect(charactersOfFont(Buffer.from("face"))).toEqual([]);
  });
});

import { execFileSync } from "node:child_process";
import { h } from "hastscript";
import { beforeAll, describe, expect, it } from "vitest";
import { charactersOfFont } from "../../../pipeline/characters-of-font.js";
import type { FontFace } from "../../../pipeline/publication.js";
import { charactersOf } from "../../../pipeline/write/epub/characters.js";
import { fontFaceCss, subsetFonts } from "../../../pipeline/write/epub/fonts.js";
import { reportTheme } from "../../support/report-theme.js";

let faces: readonly FontFace[];
const face = (family: string) => {
  const found = faces.find((candidate) => candidate.family === family);
  if (!found) throw new Error(`The theme has no ${family}`);
  return found;
};
const cut = (family: string, characters: string) => subsetFonts([{ face: face(family), characters }]);

beforeAll(async () => {
  faces = (await reportTheme()).bookFonts;
});

describe("subsetFonts", () => {
  it("cuts WOFF2 in the compiled program, which loads what unpacks it for such a face alone", () => {
    const { bytes } = face("Noto Serif Hebrew");
    expect(Buffer.from(bytes).toString("latin1", 0, 4)).toBe("wOF2");
    const script = `
      const { default: subset } = await import(${JSON.stringify(new URL("../../../lib/subset-font.js", import.meta.url))});
      const font = Buffer.concat(await process.stdin.toArray());
      process.stdout.write(await subset(font, "שלום", { targetFormat: "sfnt", keepFeatures: [] }));`;
    const font = execFileSync(process.execPath, ["--input-type=module", "--eval", script], { input: bytes });
    expect(charactersOfFont(font).flat()).toContain("ש".codePointAt(0));
  });

  it("cuts a face down to a part of its size, as TrueType", async () => {
    const [font] = await cut("Source Serif 4 SmText", charactersOf([], ["Hello"]));
    expect(font).toMatchObject({ href: "fonts/SourceSerif4SmText-Regular.ttf", mediaType: "font/ttf" });
    expect(font?.bytes.length).toBeLessThan(face("Source Serif 4 SmText").bytes.length / 4);
    expect([...(font?.bytes.subarray(0, 4) ?? [])]).toEqual([0, 1, 0, 0]);
  });

  it("keeps the small capitals of the letters", async () => {
    const [one] = await cut("Source Serif 4 SmText", "abc");
    expect(Buffer.from(one?.bytes ?? []).includes("smcp")).toBe(true);
  });

  it("leaves out a face that has none of the letters, though it has a comma", async () => {
    const fonts = await cut("Noto Naskh Arabic", charactersOf([], ["Hello, 2021"]));
    expect(fonts).toEqual([]);
  });

  it("keeps that face once there is a word for it", async () => {
    const fonts = await cut("Noto Naskh Arabic", charactersOf([], ["ميناء"]));
    expect(fonts.map(({ href }) => href)).toEqual(["fonts/noto-naskh-arabic-arabic-400-normal.ttf"]);
  });
});

it("writes the rules that offer the faces", async () => {
  const fonts = await cut("Noto Naskh Arabic", "ب");
  expect(fontFaceCss(fonts)).toBe(
    "/* Licences of the fonts\n * Noto Naskh Arabic: SIL Open Font License 1.1, https://openfontlicense.org\n */\n" +
      '@font-face{font-family:"Noto Naskh Arabic";font-weight:400;font-style:normal;' +
      "src:url(fonts/noto-naskh-arabic-arabic-400-normal.ttf)}\n",
  );
});

it("gathers characters in both cases, composed and not, with those that style sheets add", () => {
  const characters = charactersOf([h(null, [h("p", ["é", h("b", "Z")])])], ["ß"]);
  for (const character of ["é", "É", "e", "\u0301", "z", "Z", "ß", "S", "•", "7"])
    expect(characters).toContain(character);
  expect(characters).not.toContain("q");
});

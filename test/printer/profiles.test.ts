import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { listProfiles, loadProfile } from "../../pipeline/edges/load-profile.js";
import { messagesText } from "../support/messages.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const place = { file: "publication.yaml", line: 7, column: 20 };
const assets = fileURLToPath(new URL("../../assets/printers/", import.meta.url));
const fogra = readFileSync(join(assets, "FOGRA39L_coated.icc"));

const load = (files: Record<string, string | Uint8Array>, name = "own.yaml") =>
  loadProfile(name, temporaryFolder(files), place);
const complaint = async (yaml: string, files: Record<string, string | Uint8Array> = {}) =>
  messagesText((await load({ "own.yaml": yaml, ...files })).messages);

describe("quoin's own profiles", () => {
  test("are these", async () => {
    expect(await listProfiles()).toEqual(["ingramspark", "kdp", "lulu", "office", "offset-eu"]);
  });

  test.each(["ingramspark", "kdp", "lulu", "office", "offset-eu"])("%s is whole", async (name) => {
    const { profile, messages } = await load({}, name);
    expect(messagesText(messages)).toBe("");
    expect(profile?.name).toBe(name);
    // What needs an output condition has one, with a profile for its inks.
    expect(profile?.output?.icc.length ?? 0).toBe(profile?.colour === "cmyk" ? fogra.length : 0);
  });

  test("offset-eu says what a printer in Europe asks", async () => {
    const { profile } = await load({}, "offset-eu");
    expect(profile).toMatchObject({
      standard: "PDF/X-4",
      output: { condition: "FOGRA39", intent: "relative", blackPoint: "compensate" },
      inkLimit: 300,
      bleed: { top: 3, bottom: 3, outside: 3, spine: 3 },
      marks: ["crop", "registration"],
    });
    expect(profile?.pageThickness).toBeCloseTo(0.05175, 6);
    expect(profile?.hairline).toBeCloseTo(0.0882, 4);
  });

  test("kdp has no bleed at the spine, and a gutter that grows with the pages", async () => {
    const { profile } = await load({}, "kdp");
    expect(profile?.bleed).toEqual({ top: 3.175, bottom: 3.175, outside: 3.175, spine: 0 });
    expect(profile?.gutter.map(({ pages, least }) => [pages, least])).toEqual([
      [150, 9.525],
      [300, 12.7],
      [500, 15.875],
      [700, 19.05],
      [828, 22.225],
    ]);
  });
});

describe("a house's own profile", () => {
  test("takes what it lacks from the one that it extends, and that from the next", async () => {
    const { profile, messages } = await load(
      {
        "press/paper.yaml": "extends: press/house.yaml\npaper: {page: 0.06mm}\n",
        "press/house.yaml": "extends: kdp\ntitle: Our press\nbleed: 5mm\n",
      },
      "press/paper.yaml",
    );
    expect(messagesText(messages)).toBe("");
    expect(profile).toMatchObject({ name: "press/paper.yaml", title: "Our press", pageThickness: 0.06 });
    expect(profile?.bleed.spine).toBe(5);
    expect(profile?.gutter).toHaveLength(5);
  });

  test("extends offset-eu where it names none", async () => {
    expect((await load({ "own.yaml": "inkLimit: 280\n" })).profile).toMatchObject({
      inkLimit: 280,
      title: "Offset on coated paper, Europe",
    });
  });

  test("brings an ICC profile of its own", async () => {
    const output = "output: {icc: ours.icc, condition: OURS, intent: perceptual, blackPoint: keep}\n";
    const { profile, messages } = await load({ "p/own.yaml": output, "p/ours.icc": fogra }, "p/own.yaml");
    expect(messagesText(messages)).toBe("");
    expect(profile?.output).toMatchObject({ condition: "OURS", intent: "perceptual", blackPoint: "keep" });
    expect(profile?.output?.registry).toBeUndefined();
  });
});

describe("what is wrong with a profile is said at its line", () => {
  const output = (icc: string) =>
    `title: T\noutput: {icc: ${icc}, condition: X, intent: relative, blackPoint: keep}\n`;
  const withoutTables = Buffer.from(Buffer.from(fogra).toString("latin1").replaceAll("B2A", "xxx"), "latin1");
  const changed = (at: number, text: string) => {
    const bytes = Buffer.from(fogra);
    bytes.write(text, at, "latin1");
    return bytes;
  };

  test.each([
    [
      "a key that no profile has",
      "blead: 3mm\n",
      {},
      "own.yaml:1:1 error profile-invalid Unexpected key `blead`. Did you mean `bleed`?\n",
    ],
    [
      "a length without a unit",
      "bleed: 3\n",
      {},
      "own.yaml:1:8 error profile-invalid Unexpected `3` for `bleed`, expected a length of up to 20 mm, or top, bottom, outside, spine\n",
    ],
    [
      "a bleed wider than any press asks",
      "bleed: 30mm\n",
      {},
      "own.yaml:1:8 error profile-invalid Unexpected `30mm` for `bleed`, expected a length of up to 20 mm, or top, bottom, outside, spine\n",
    ],
    ["no YAML", "bleed: [3mm\n", {}, /^own\.yaml:2:1 error yaml-invalid /],
    [
      "no such ICC profile",
      output("gone.icc"),
      {},
      "own.yaml:2:15 error profile-invalid Unreadable ICC profile `gone.icc`: there is no such file\n",
    ],
    [
      "an ICC profile elsewhere",
      output("../x.icc"),
      {},
      "own.yaml:2:15 error profile-invalid Unreadable ICC profile `../x.icc`: it lies outside the folder\n",
    ],
    [
      "no ICC profile",
      output("x.icc"),
      { "x.icc": "text" },
      "own.yaml:2:9 error profile-invalid Unusable ICC profile: it is not an ICC profile\n",
    ],
    [
      "half an ICC profile",
      output("x.icc"),
      { "x.icc": fogra.subarray(0, 60_000) },
      "own.yaml:2:9 error profile-invalid Unusable ICC profile: it is damaged: 60000 bytes of 121368\n",
    ],
    [
      "an ICC profile of a screen",
      output("x.icc"),
      { "x.icc": changed(16, "RGB ") },
      "own.yaml:2:9 error profile-invalid Unusable ICC profile: its colours are rgb, expected cmyk\n",
    ],
    [
      "an ICC profile of a camera",
      output("x.icc"),
      { "x.icc": changed(12, "scnr") },
      "own.yaml:2:9 error profile-invalid Unusable ICC profile: it describes no output device\n",
    ],
    [
      "an ICC profile of version 5",
      output("x.icc"),
      { "x.icc": changed(8, "\x05") },
      "own.yaml:2:9 error profile-invalid Unusable ICC profile: its version is 5.2, expected up to 4\n",
    ],
    [
      "an ICC profile that only says what inks look like",
      output("x.icc"),
      { "x.icc": withoutTables },
      "own.yaml:2:9 error profile-invalid Unusable ICC profile: it has no table from colours to inks (B2A0)\n",
    ],
    [
      "PDF/X without its condition",
      "title: T\noutput: null\n",
      {},
      "own.yaml:2:9 error profile-invalid Missing `output`, expected icc and condition for PDF/X-4\n",
    ],
    [
      "PDF/X-1a in grey",
      "extends: office\nstandard: PDF/X-1a\n",
      {},
      "own.yaml:2:11 error profile-invalid Unexpected PDF/X-1a with colours in grey, expected cmyk\n",
    ],
    [
      "gutters out of order",
      "gutter: [{pages: 9, least: 1mm}, {pages: 5, least: 2mm}]\n",
      {},
      "own.yaml:1:9 error profile-invalid Unexpected order of `gutter`, expected ascending numbers of pages\n",
    ],
    [
      "images that may be better than they should",
      "images: {wanted: 100, least: 200}\n",
      {},
      "own.yaml:1:9 error profile-invalid Unexpected `least` above `wanted`, expected at most as much\n",
    ],
    [
      "fewer pages than more",
      "pages: {multipleOf: 1, least: 9, most: 4, lastBlank: false}\n",
      {},
      "own.yaml:1:8 error profile-invalid Unexpected `least` above `most`, expected at most as many\n",
    ],
    [
      "itself",
      "extends: own.yaml\n",
      {},
      "own.yaml:1:10 error profile-invalid Unexpected circle: `own.yaml` extends itself\n",
    ],
    [
      "one that is not there",
      "extends: ofset-eu\n",
      {},
      "own.yaml:1:10 error profile-unknown Unexpected printer's profile `ofset-eu`. Did you mean `offset-eu`?\n",
    ],
  ] as const)("%s", async (_, yaml, files, expected) => {
    const text = await complaint(yaml, files);
    if (typeof expected === "string") expect(text).toBe(expected);
    else expect(text).toMatch(expected);
  });

  test.each([
    [
      "cmyk",
      "Unexpected printer's profile `cmyk`. Expected the path of a YAML file or one of ingramspark, kdp, lulu, office, offset-eu",
    ],
    ["../own.yaml", "Unexpected printer's profile outside the publication folder: `../own.yaml`"],
    ["gone.yaml", "Unreadable printer's profile `gone.yaml`: there is no such file"],
  ])("%s", async (name, reason) => {
    const { profile, messages } = await load({}, name);
    expect([profile, messagesText(messages)]).toEqual([
      undefined,
      `publication.yaml:7:20 error profile-unknown ${reason}\n`,
    ]);
  });
});

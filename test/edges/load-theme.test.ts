import { createHash } from "node:crypto";
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findTheme, reportTheme } from "../../pipeline/edges/find-theme.js";
import { loadTheme } from "../../pipeline/edges/load-theme.js";
import type { Theme } from "../../pipeline/publication.js";
import { messagesText } from "../support/messages.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const place = { file: "publication.yaml", line: 7, column: 8 };
const noFonts = { printFonts: [], bookFonts: [] };

/** Comparing millions of bytes one by one takes a minute; their sums take no time. */
const faces = (theme: Theme | undefined) =>
  [...(theme?.printFonts ?? []), ...(theme?.bookFonts ?? [])].map(({ bytes, ...face }) => ({
    ...face,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  }));

test("the report theme has all that a theme needs", async () => {
  const { theme, messages } = await loadTheme("report", temporaryFolder(), place);
  expect(messages).toEqual([]);
  expect(theme).toMatchObject({ name: "report", trim: { width: 170, height: 240 } });
  expect(Object.keys(theme?.styles ?? {})).toEqual(
    expect.arrayContaining(["print.css", "screen.css", "cover.css"]),
  );
  expect(Object.keys(theme?.pages ?? {}).sort()).toEqual([
    "cover-back.html",
    "cover-spine.html",
    "cover.html",
    "imprint.html",
    "title-page.html",
  ]);
  expect(theme?.printFonts.length).toBeGreaterThan(theme?.bookFonts.length ?? Number.NaN);
  // The first four bytes of a TrueType font or of a WOFF2.
  const heads = (theme?.printFonts ?? []).map(({ bytes }) =>
    Buffer.from(bytes.subarray(0, 4)).toString("latin1"),
  );
  expect([...new Set(heads)].sort()).toEqual(["\0\x01\0\0", "wOF2"]);
});

test("a theme borrows from report what it lacks, file by file, key by key, colour by colour", async () => {
  const folder = temporaryFolder({
    "templates/slim/theme.yaml":
      'trim: a5\nrectoOpeners: true\npalette: {accent: "#123456", extra: "#abcdef"}\n',
    "templates/slim/screen.css": "/* own */",
    "templates/slim/extra.css": "/* more */",
  });
  const { theme, messages } = await loadTheme("slim", folder, place);
  const report = (await loadTheme("report", folder, place)).theme;
  expect(messages).toEqual([]);
  expect(theme).toMatchObject({ name: "slim", trim: { width: 148, height: 210 }, rectoOpeners: true });
  expect(theme?.contentsDepth).toBe(report?.contentsDepth);
  expect(theme?.palette).toEqual({ ...report?.palette, accent: "#123456", extra: "#abcdef" });
  expect(theme?.styles).toEqual({ ...report?.styles, "screen.css": "/* own */", "extra.css": "/* more */" });
  expect(theme?.pages).toEqual(report?.pages);
  expect(faces(theme)).toEqual(faces(report));
});

test("a theme brings a font of its own", async () => {
  const entry = "{family: Own, weight: 400, style: normal";
  const folder = temporaryFolder({
    "templates/own/theme.yaml": `bookFonts: [${entry}}]\n`,
    "templates/own/fonts.yaml": `- ${entry}, file: ./own.ttf, license: OFL-1.1}\n`,
    "templates/own/own.ttf": "face",
  });
  const { theme, messages } = await loadTheme("own", folder, place);
  expect(messages).toEqual([]);
  const [own, ...others] = theme?.bookFonts ?? [];
  expect(own).toMatchObject({ family: "Own", file: "own.ttf" });
  expect(own?.bytes.length).toBe(4);
  // Nobody has to list the faces that only other scripts and formulas need.
  expect([...new Set(others.map((face) => `${face.family}, for ${face.for}`))]).toEqual([
    "Noto Naskh Arabic, for scripts",
    "Noto Serif Hebrew, for scripts",
    "STIX Two Math, for formulas",
  ]);
});

test("a theme brings a font for a script without listing it", async () => {
  const folder = temporaryFolder({
    "templates/own/fonts.yaml":
      "- {family: Own Chinese, weight: 400, style: normal, file: ./own.ttf, license: OFL-1.1, for: scripts}\n",
    "templates/own/own.ttf": "face",
  });
  const { theme, messages } = await loadTheme("own", folder, place);
  expect(messages).toEqual([]);
  for (const faces of [theme?.printFonts, theme?.bookFonts])
    expect(faces?.map(({ family }) => family)).toContain("Own Chinese");
});

test("a theme is found beside the publication, in it, by path, and in the package", async () => {
  const folder = temporaryFolder({
    "templates/a/x": "",
    "book/templates/b/x": "",
    "book/c/x": "",
    "book/templates/report/x": "",
  });
  const book = join(folder, "book");
  expect(await findTheme("a", book)).toBe(join(folder, "templates/a"));
  expect(await findTheme("b", book)).toBe(join(book, "templates/b"));
  expect(await findTheme("./c", book)).toBe(join(book, "c"));
  expect(await findTheme("../templates/a", book)).toBe(join(folder, "templates/a"));
  expect(await findTheme("report", book)).toBe(join(book, "templates/report"));
  expect(await findTheme("report", folder)).toBe(reportTheme);
  expect(await findTheme("c", book)).toBeUndefined();
});

test("an unknown theme is reported where it is asked for, with those that there are", async () => {
  const folder = temporaryFolder({ "templates/slim/x": "" });
  expect(messagesText((await loadTheme("reprot", folder, place)).messages)).toBe(
    "publication.yaml:7:8 error theme-unknown Unexpected theme `reprot`. Did you mean `report`?\n",
  );
  expect(messagesText((await loadTheme("baroque", folder, place)).messages)).toBe(
    "publication.yaml:7:8 error theme-unknown Unexpected theme `baroque`. Expected a path or one of report, slim\n",
  );
});

test("every mistake of a theme is reported at its line", async () => {
  const folder = temporaryFolder({
    "templates/bad/theme.yaml":
      "trim: tiny\npallete: {}\npalette: {accent: red}\ncontentsDepth: 9\nprintFonts:\n  - {family: Comic, weight: 400, style: normal}\n  - {family: Source Sans 3, weight: bold, style: oblique}\n",
  });
  const text = messagesText((await loadTheme("bad", folder, place)).messages);
  expect(text.replaceAll(`${folder}/templates/bad/`, "")).toBe(
    [
      "theme.yaml:1:7 error theme-invalid Unexpected `tiny` for `trim`, expected a page size such as 170x240mm\n",
      "theme.yaml:2:1 error theme-invalid Unexpected key `pallete`. Did you mean `palette`?\n",
      'theme.yaml:3:19 error theme-invalid Unexpected `red` for `accent`, expected a colour such as "#9c2f1f"\n',
      "theme.yaml:4:16 error theme-invalid Unexpected `9` for `contentsDepth`, expected a number from 1 to 6\n",
      "theme.yaml:7:37 error theme-invalid Unexpected `bold` for `weight`, expected a weight from 100 to 900\n",
      "theme.yaml:7:50 error theme-invalid Unexpected `oblique` for `style`, expected normal or italic\n",
    ].join(""),
  );
});

test("what a browser would pass over in a style sheet is told at its line, and the theme is there", async () => {
  const folder = temporaryFolder({
    "templates/own/print.css": "h1 { color red }\n\np + { margin: 0 }\n} h2 { margin: 0 }\n",
    "templates/own/book.css":
      "p { color: red\n  margin: 0 }\nh1,, h2 { margin: 0 }\n// no comment\np { margin: }\n",
    "templates/own/cover.css": "p { margin: 0 }\nh1 { margin: 0\nh2 { margin: 0 }\n",
    "templates/own/screen.css": "p { color: rgb(1, 2 }\nh1 { margin: 0 }\n",
    "templates/own/press.css": 'p { margin: 0 }\np::before { content: "a\n}',
    "templates/own/code.css": "p { margin: 0 } /* h1 { margin: 0 }\n",
    "templates/own/formulas.css": "p: { margin: 0 }\nh1 { background: url(a.png }\n",
  });
  const { theme, messages } = await loadTheme("own", folder, place);
  expect(theme?.styles["code.css"]).toContain("h1");
  const told = messagesText(messages).replaceAll(`${folder}/templates/own/`, "");
  expect(told.replaceAll(" warning style-invalid Un", " ").trimEnd().split("\n").toSorted()).toEqual([
    "book.css:1:5 expected `color: red` in a style sheet: a semicolon is missing in it; a browser passes over it",
    "book.css:3:1 expected selector `h1,, h2`: something is missing at a comma; a browser passes over its rule",
    "book.css:4:1 expected selector `// no comment`: a comment stands between `/*` and `*/`; a browser passes over its rule",
    "book.css:5:5 expected `margin:` in a style sheet: it has no value; a browser passes over it",
    "code.css:1:17 closed comment in a style sheet; a browser reads what follows as a part of it",
    "cover.css:2:4 closed `{` in a style sheet; a browser reads what follows as a part of it",
    "formulas.css:2:18 closed `url(` in a style sheet; a browser reads what follows as a part of it",
    "press.css:2:22 closed quotation mark in a style sheet; a browser reads what follows as a part of it",
    "print.css:1:6 expected `color red` in a style sheet: expected a property, a colon and a value; a browser passes over it",
    "print.css:3:1 expected selector `p +`: something is missing at its end; a browser passes over its rule",
    "print.css:4:1 expected `}` in a style sheet: nothing is open; a browser passes over the rule that follows",
    "screen.css:1:15 closed `(` in a style sheet; a browser reads what follows as a part of it",
  ]);
});

test("what browsers or Paged.js understand in a style sheet is no mistake, nor is anything in the house's own", async () => {
  const folder = temporaryFolder({
    "templates/own/print.css": `@page wide:first { size: A4; marks: crop; bleed: 3mm; @top-left { content: string(head) } }
      h1 { string-set: head content(text); position: running(head); --own: { a: b }; -webkit-hyphens: auto; reading-flow: flex-flow }
      @container (width > 3em) { p:has(> b):nth-child(2n + 1 of .a)::part(x) { &:hover { margin: 0 } > b { margin: 0 } } }
      @layer a, b; @supports (margin: 0) { p { width: calc(1em * (2 + 3)); background: url(data:image/png;base64,AA==) } }
      @property --x { syntax: "*"; inherits: false } <!-- p { content: "}" } --> [data-a="("] { margin: 0;; color: red !important }`,
  });
  cpSync(reportTheme, join(folder, "templates/copy"), { recursive: true });
  expect((await loadTheme("own", folder, place)).messages).toEqual([]);
  expect((await loadTheme("copy", folder, place)).messages).toEqual([]);
});

test("a face that no list has, and a file that is not there", async () => {
  const comic = "{family: Comic, weight: 400, style: normal";
  const folder = temporaryFolder({
    "templates/unlisted/theme.yaml": `printFonts: [${comic}}]\n`,
    "templates/fileless/theme.yaml": `printFonts: [${comic}}]\n`,
    "templates/fileless/fonts.yaml": `- ${comic}, file: no-such-package/a.ttf, license: none}\n`,
  });
  const said = async (name: string) =>
    messagesText((await loadTheme(name, folder, place)).messages).replaceAll(`${folder}/templates/`, "");
  expect(await said("unlisted")).toBe(
    "unlisted/theme.yaml:1:14 error font-missing Unexpected face Comic, 400, normal, expected one of fonts.yaml\n",
  );
  expect(await said("fileless")).toBe(
    "fileless/fonts.yaml:1:1 error font-missing Unreadable font Comic, 400, normal: no-such-package/a.ttf: its package is not installed\n",
  );
});

test("no file outside the theme is read, neither by its path nor through a link", async () => {
  const comic = "{family: Comic, weight: 400, style: normal";
  const folder = temporaryFolder({
    secret: "secret",
    "templates/linked/theme.yaml": "{}",
    "templates/shared/print.css": "body {}",
    "templates/shared/fonts/own.ttf": "face",
    "templates/within/theme.yaml": "{}",
    "templates/within/css/print.css": "own {}",
  });
  symlinkSync(join(folder, "secret"), join(folder, "templates/linked/print.css"));
  symlinkSync("css/print.css", join(folder, "templates/within/print.css"));
  symlinkSync("shared", join(folder, "templates/alias"));
  const fonts = [
    "../../secret",
    "/etc/hostname",
    "./../../secret",
    "./link.ttf",
    "source-sans/../../package.json",
  ];
  for (const [i, file] of fonts.entries()) {
    const at = join(folder, `templates/font-${i}`);
    mkdirSync(at);
    writeFileSync(join(at, "theme.yaml"), `printFonts: [${comic}}]\n`);
    writeFileSync(join(at, "fonts.yaml"), `- ${comic}, file: ${file}, license: none}\n`);
    symlinkSync(join(folder, "secret"), join(at, "link.ttf"));
  }
  const said = async (name: string) =>
    messagesText((await loadTheme(name, folder, place)).messages).replaceAll(folder, "FOLDER");
  expect(await said("linked")).toBe(
    "FOLDER/templates/linked/print.css:1:1 error theme-invalid Unreadable file of the theme: it is a link to FOLDER/secret, outside the folder\n",
  );
  for (const [i] of fonts.entries())
    expect(await said(`font-${i}`)).toMatch(
      / error font-missing .*(?:outside the folder|there is no such file)\n$/,
    );
  expect(await said("font-3")).toContain("it is a link to FOLDER/secret");
  expect((await loadTheme("within", folder, place)).theme?.styles["print.css"]).toBe("own {}");
  expect((await loadTheme("alias", folder, place)).theme?.styles["print.css"]).toBe("body {}");
});

test("a copy of the report theme under another name is the same theme", async () => {
  const folder = temporaryFolder();
  cpSync(reportTheme, join(folder, "templates/copy"), { recursive: true });
  const { theme } = await loadTheme("copy", folder, place);
  const report = (await loadTheme("report", folder, place)).theme;
  expect(faces(theme)).toEqual(faces(report));
  expect({ ...theme, name: "report", ...noFonts }).toEqual({ ...report, ...noFonts });
});

import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { disk } from "../../pipeline/edges/disk.js";
import { loadImages } from "../../pipeline/edges/load-images.js";
import { loadManuscript } from "../../pipeline/edges/load-manuscript.js";
import { messagesText } from "../support/messages.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const yaml = (body: string, more = "") =>
  `title: T\nlanguage: en\nidentifier: doi:10.1000/1\ndate: 2018\n${more}body: [${body}]\n`;
const said = async (folder: string) => messagesText((await loadManuscript(folder, {})).messages);

describe("a publication folder", () => {
  test("has a source whose name a Mac keeps in pieces where it is listed in whole letters", async () => {
    const source = "über.md";
    const folder = temporaryFolder({
      "publication.yaml": yaml(source.normalize("NFC")),
      [source.normalize("NFD")]: "# Über",
    });
    const { manuscript, messages } = await loadManuscript(folder, {});
    expect(messagesText(messages)).toBe("");
    expect(new TextDecoder().decode(manuscript?.sources[0]?.bytes)).toBe("# Über");
  });

  test("is loaded in reading order, with its images and nothing else", async () => {
    const folder = temporaryFolder({
      "publication.yaml": yaml("two.md, parts/one.md", "front: [preface.md]\n"),
      "preface.md": "# P",
      "two.md": "# Two",
      "parts/one.md": "# One",
      "images/a.svg": "<svg/>",
      "images/deep/b.PNG": "b",
      "images/notes.txt": "no image",
      "dist/c.png": "made",
      "node_modules/d.png": "not ours",
      ".git/e.png": "hidden",
    });
    const { manuscript, messages } = await loadManuscript(folder, {});
    expect(messagesText(messages)).toBe("");
    expect(manuscript?.sources.map(({ path, division }) => `${division} ${path}`)).toEqual([
      "front preface.md",
      "body two.md",
      "body parts/one.md",
    ]);
    expect(new TextDecoder().decode(manuscript?.sources[2]?.bytes)).toBe("# One");
    expect([...(manuscript?.images.keys() ?? [])]).toEqual(["images/a.svg", "images/deep/b.PNG"]);
    expect(manuscript?.placeOf("body", 1)).toEqual({ file: "publication.yaml", line: 6, column: 16 });
  });

  test("that is not there, or is a file, or has no publication.yaml", async () => {
    const folder = temporaryFolder({ file: "x" });
    expect(await said(join(folder, "nowhere"))).toBe(
      ". error publication-missing There is no such folder; `quoin new FOLDER` makes a publication to start from\n",
    );
    expect(await said(join(folder, "file"))).toBe(
      ". error publication-missing Unexpected file, expected the folder of a publication\n",
    );
    expect(await said(folder)).toContain("`quoin new FOLDER`");
  });
});

test("Markdown beside the sources that is none of them is named, and what is there for other ends is not", async () => {
  const folder = temporaryFolder({
    "publication.yaml": yaml("one.md, parts/two.md"),
    "one.md": "# One",
    "parts/two.md": "# Two",
    "parts/three.markdown": "# Three",
    "forgotten.MD": "# Four",
    "_draft.md": "# Draft",
    "README.md": "# Read me",
    "TODO.md": "# To do",
    "notes-on-method.md": "# Notes",
    "words.txt": "Words",
    "elsewhere/five.md": "# Five",
  });
  expect(await said(folder)).toBe(
    ["forgotten.MD", "notes-on-method.md", "parts/three.markdown"]
      .map(
        (path) =>
          `publication.yaml:5:7 warning source-unlisted Unexpected \`${path}\`, which neither front nor body nor back names: no edition has it; list it, or let its name begin with \`_\`\n`,
      )
      .join(""),
  );
});

describe("sources that cannot be had", () => {
  test("are reported at their entries, all at once", async () => {
    const outside = temporaryFolder({ "secret.md": "# S" });
    const body = `one.md, gone.md, ../x.md, ${outside}/secret.md, link.md, folder, ./one.md, pipe, loop.md, dead.md`;
    const folder = temporaryFolder({ "publication.yaml": yaml(body), "one.md": "# One", "folder/x": "" });
    symlinkSync(join(outside, "secret.md"), join(folder, "link.md"));
    symlinkSync("loop.md", join(folder, "loop.md"));
    symlinkSync("nothing.md", join(folder, "dead.md"));
    execFileSync("mkfifo", [join(folder, "pipe")]);
    const { manuscript, messages } = await loadManuscript(folder, {});
    expect(manuscript).toBeUndefined();
    const text = messagesText(messages)
      .replaceAll(outside, "OUTSIDE")
      .replaceAll(/:5:\d+/g, ":5");
    expect(text.trim().split("\n").sort()).toEqual(
      [
        "publication.yaml:5 error source-duplicate Unexpected second `./one.md` in the reading order; the first is on line 5",
        "publication.yaml:5 error source-missing Unexpected source `dead.md`: there is no such file",
        "publication.yaml:5 error source-missing Unexpected source `gone.md`: there is no such file",
        "publication.yaml:5 error source-outside Unexpected source outside the publication folder: `../x.md`",
        "publication.yaml:5 error source-outside Unexpected source outside the publication folder: `OUTSIDE/secret.md`",
        "publication.yaml:5 error source-outside Unexpected source outside the publication folder: `link.md` is a link to OUTSIDE/secret.md",
        "publication.yaml:5 error source-unreadable Unexpected source `folder`: it is a folder",
        "publication.yaml:5 error source-unreadable Unexpected source `loop.md`: its links go in a circle",
        "publication.yaml:5 error source-unreadable Unexpected source `pipe`: it is not a file",
      ].sort(),
    );
    expect(new Set(messages.map(({ column }) => column)).size).toBe(9);
  });

  test("a link that stays inside is followed", async () => {
    const folder = temporaryFolder({ "publication.yaml": yaml("alias.md"), "one.md": "# One" });
    symlinkSync("one.md", join(folder, "alias.md"));
    const { manuscript, messages } = await loadManuscript(folder, {});
    expect([messagesText(messages), manuscript?.sources.map(({ path }) => path)]).toEqual(["", ["alias.md"]]);
  });

  test("a publication.yaml that is a link out of the folder is not read", async () => {
    const outside = temporaryFolder({ "secret.yaml": "title: Secret" });
    const folder = temporaryFolder();
    symlinkSync(join(outside, "secret.yaml"), join(folder, "publication.yaml"));
    expect(await said(folder)).toContain(`it is a link to ${outside}/secret.yaml, outside the folder`);
  });

  test("a publication folder that is itself a link is one as any other", async () => {
    const folder = temporaryFolder({ "real/publication.yaml": yaml("one.md"), "real/one.md": "# One" });
    symlinkSync("real", join(folder, "link"));
    expect(await said(join(folder, "link"))).toBe("");
  });
});

describe("images", () => {
  test("outside the folder are refused, broken ones say so", async () => {
    const outside = temporaryFolder({ "secret.png": "s" });
    const folder = temporaryFolder({ "inside.png": "i" });
    symlinkSync(join(outside, "secret.png"), join(folder, "link.png"));
    symlinkSync("inside.png", join(folder, "alias.png"));
    symlinkSync("nothing.png", join(folder, "dead.png"));
    symlinkSync(outside, join(folder, "door"));
    mkdirSync(join(folder, "folder.png"));
    const { images, messages } = await loadImages(folder, "publication.yaml");
    expect(messages).toEqual([]);
    const kinds = [...images.values()].map(
      (image) => `${image.path} ${"problem" in image ? image.problem : "read"}`,
    );
    expect(kinds).toEqual([
      "alias.png read",
      "dead.png unreadable",
      "door/secret.png outside",
      "inside.png read",
      "link.png outside",
    ]);
  });

  test("are not loaded without end", async () => {
    const folder = temporaryFolder({ "a.png": "", "b.png": "", "c.png": "" });
    const { images, messages } = await loadImages(folder, "publication.yaml", disk, 2);
    expect([images.size, messagesText(messages)]).toEqual([
      2,
      "publication.yaml:1:1 error images-unbounded Unexpected number of images: more than 2\n",
    ]);
  });
});

test("without a date, the folder's last commit tells the time", async () => {
  const folder = temporaryFolder({ "one.md": "# One" });
  writeFileSync(join(folder, "publication.yaml"), yaml("one.md").replace("date: 2018\n", ""));
  expect((await loadManuscript(folder, {})).manuscript?.metadata.modified).toBe("1980-01-01T00:00:00Z");
  const date = "2021-02-03T04:05:06+02:00";
  const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=T", "-c", "user.email=t@t.invalid", ...args], {
      cwd: folder,
      env,
      stdio: "pipe",
    });
  git("init");
  git("add", ".");
  git("commit", "-m", "one");
  const { manuscript, messages } = await loadManuscript(folder, {});
  expect([manuscript?.metadata.modified, messages]).toEqual(["2021-02-03T02:05:06Z", []]);
});

test("sources of parts are loaded in reading order; each that cannot be had, or comes twice, is told at its entry", async () => {
  const folder = temporaryFolder({
    "publication.yaml": yaml(
      "one.md, {part: The Harbour, chapters: [two.md]}, {part: ./sea.md, chapters: [three.md]}",
    ),
    "one.md": "# One",
    "two.md": "# Two",
    "sea.md": "# Sea",
    "three.md": "# Three",
  });
  const { manuscript, messages } = await loadManuscript(folder, {});
  expect(messagesText(messages)).toBe("");
  expect(
    manuscript?.sources.map(({ path, group, opensGroup }) =>
      [path, group, opensGroup].filter((x) => x !== undefined),
    ),
  ).toEqual([["one.md"], ["two.md", 1], ["sea.md", 2, true], ["three.md", 2]]);

  const lacking = temporaryFolder({
    "publication.yaml": yaml("one.md, {part: sea.md, chapters: [two.md, one.md]}"),
    "one.md": "# One",
    "three.md": "# Three",
  });
  expect(await said(lacking)).toBe(
    [
      "publication.yaml:5:23 error source-missing Unexpected source `sea.md`: there is no such file",
      "publication.yaml:5:42 error source-missing Unexpected source `two.md`: there is no such file",
      "publication.yaml:5:50 error source-duplicate Unexpected second `one.md` in the reading order; the first is on line 5",
      "publication.yaml:5:7 warning source-unlisted Unexpected `three.md`, which neither front nor body nor back names: no edition has it; list it, or let its name begin with `_`",
      "",
    ].join("\n"),
  );
});

test("a source that lies there by nearly its name is one mistake, and says which", async () => {
  const folder = temporaryFolder({
    "publication.yaml":
      "title: T\nlanguage: en\ndate: 2020\nidentifier: doi:10.1000/182\nbody: [One.md, two, other.md, five.md - six.md]\n",
    "one.md": "# One",
    "two.md": "# Two",
    "others.md": "# Others",
    "more.md": "# More",
  });
  expect(await said(folder)).toBe(
    [
      "publication.yaml:5:16 error source-missing Unexpected source `two`: there is no such file. Did you mean `two.md`?",
      "publication.yaml:5:21 error source-missing Unexpected source `other.md`: there is no such file. Did you mean `others.md`?",
      "publication.yaml:5:31 error source-missing Unexpected source `five.md - six.md`: there is no such file. Expected the `-` of each entry at the same depth",
      "publication.yaml:5:7 warning source-unlisted Unexpected `more.md`, which neither front nor body nor back names: no edition has it; list it, or let its name begin with `_`",
      "publication.yaml:5:8 error source-missing Unexpected source `One.md`: there is no such file. Did you mean `one.md`?",
      "",
    ].join("\n"),
  );
});

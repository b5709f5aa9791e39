import { spawnSync } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkOut } from "../../pipeline/edges/check-out.js";
import { nameOfProcess } from "../../pipeline/edges/lock.js";
import { save } from "../../pipeline/edges/save.js";
import { spooledText } from "../../pipeline/spooled.js";
import { messagesText } from "../support/messages.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const never = new AbortController().signal;
const contents = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));

describe("save", () => {
  test("makes the folder, replaces what is there, and leaves nothing else behind", async () => {
    const folder = temporaryFolder();
    const out = join(folder, "deep/dist");
    const first = [
      { name: "a.pdf", file: spooledText("one") },
      { name: "build.json", file: spooledText("{}") },
    ];
    expect(await save(first, out, never)).toEqual([]);
    expect(await save([{ name: "a.pdf", file: spooledText("two") }], out, never)).toEqual([]);
    expect(contents(out)).toEqual({ "a.pdf": "two", "build.json": "{}" });
  });

  test("leaves what is there already byte for byte, and lets it look as young as the rest", async () => {
    const out = temporaryFolder({ "a.pdf": "same", "b.pdf": "old", "elsewhere/c.pdf": "same" });
    symlinkSync("elsewhere/c.pdf", join(out, "c.pdf"));
    const before = statSync(join(out, "a.pdf"));
    utimesSync(join(out, "a.pdf"), 1, 1);
    const files = [
      { name: "a.pdf", file: spooledText("same") },
      { name: "b.pdf", file: spooledText("new") },
      { name: "c.pdf", file: spooledText("same") },
    ];
    expect(await save(files, out, never)).toEqual([]);
    const after = statSync(join(out, "a.pdf"));
    expect(after.ino).toBe(before.ino);
    expect(after.mtimeMs).toBeGreaterThan(before.mtimeMs - 1000);
    expect(readFileSync(join(out, "b.pdf"), "utf8")).toBe("new");
    expect(lstatSync(join(out, "c.pdf")).isFile()).toBe(true);
    expect(readdirSync(out).sort()).toEqual(["a.pdf", "b.pdf", "c.pdf", "elsewhere"]);
  });

  test("puts everything back where one file cannot be replaced", async () => {
    const out = temporaryFolder({ "a.pdf": "old" });
    mkdirSync(join(out, "c.epub"));
    const files = ["a.pdf", "b.pdf", "c.epub"].map((name) => ({ name, file: spooledText("new") }));
    const messages = await save(files, out, never);
    expect(messagesText(messages).replaceAll(out, "OUT")).toMatch(
      /^OUT error out-invalid Unable to write there: .+; nothing was changed\n$/,
    );
    expect(readdirSync(out).sort()).toEqual(["a.pdf", "c.epub"]);
    expect(readFileSync(join(out, "a.pdf"), "utf8")).toBe("old");
  });

  test("changes nothing once it is aborted", async () => {
    const out = temporaryFolder({ "a.pdf": "old" });
    const abort = new AbortController();
    const saving = save([{ name: "a.pdf", file: spooledText("new") }], out, abort.signal);
    abort.abort(130);
    await expect(saving).rejects.toBe(130);
    expect(contents(out)).toEqual({ "a.pdf": "old" });
  });

  test("is done by many at once, each in its turn: all files are of one of them", async () => {
    const out = join(temporaryFolder(), "dist");
    const names = ["a.pdf", "b.epub", "build.json"];
    const one = (n: number) =>
      save(
        names.map((name) => ({ name, file: spooledText(`${n}`) })),
        out,
        never,
      );
    expect((await Promise.all(Array.from({ length: 30 }, (_, n) => one(n)))).flat()).toEqual([]);
    expect(readdirSync(out).sort()).toEqual(names);
    expect(new Set(Object.values(contents(out))).size).toBe(1);
  });

  test("removes what killed processes left, their lock too, and nothing of those that live", async () => {
    const ended = spawnSync(process.execPath, ["-e", ""]).pid;
    const host = nameOfProcess().replace(/-\d+$/, "");
    const living = `.quoin-${host}-${process.ppid}-Xy34`;
    const out = temporaryFolder({
      [`.quoin-${host}-${ended}-Xy12/a.pdf`]: "half",
      [`${living}/a.pdf`]: "half",
      ".quoin-elsewhere-1-Xy56/a.pdf": "half",
      ".quoin-lock": `${host}-${ended} 0123`,
    });
    expect(await save([{ name: "a.pdf", file: spooledText("new") }], out, never)).toEqual([]);
    expect(readdirSync(out).sort()).toEqual([living, ".quoin-elsewhere-1-Xy56", "a.pdf"].sort());
  });

  test("makes no folder where it fails", async () => {
    const folder = temporaryFolder();
    const aborted = AbortSignal.abort(130);
    await expect(
      save([{ name: "a.pdf", file: spooledText("new") }], join(folder, "dist"), aborted),
    ).rejects.toBe(130);
    expect(existsSync(join(folder, "dist"))).toBe(false);
  });

  test("says so where the disk refuses", async () => {
    const full = temporaryFolder({ file: "x" });
    const messages = await save(
      [{ name: "a.pdf", file: spooledText("new") }],
      join(full, "file/dist"),
      never,
    );
    expect(messages.map(({ ruleId, fatal }) => [ruleId, fatal])).toEqual([["out-invalid", true]]);
  });

  test("an artifact whose name leads elsewhere is a bug", async () => {
    await expect(
      save([{ name: "../a.pdf", file: spooledText("") }], temporaryFolder(), never),
    ).rejects.toThrow("../a.pdf");
  });
});

describe("an output folder", () => {
  const said = async (out: string, folder: string) =>
    messagesText(await checkOut(out, folder))
      .replaceAll(folder, "BOOK")
      .replace(/^\S+ /, "");

  test("may be missing, be linked, lie beside the manuscript or be its own dist", async () => {
    const root = temporaryFolder({ "book/publication.yaml": "", "elsewhere/x": "" });
    const book = join(root, "book");
    symlinkSync(join(root, "elsewhere"), join(root, "link"));
    for (const out of ["dist", "a/b/c", "link", "book/dist", "book-2"]) {
      expect([out, await said(join(root, out), book)]).toEqual([out, ""]);
    }
  });

  test("is not the manuscript nor in it, not even through a link", async () => {
    const root = temporaryFolder({ "book/images/x": "" });
    const book = join(root, "book");
    symlinkSync(join(book, "images"), join(root, "link"));
    for (const out of ["book", "book/images", "book/new", "link", "link/new"]) {
      expect([out, await said(join(root, out), book)]).toEqual([
        out,
        "error out-invalid Unexpected output folder inside the manuscript, expected one beside it, such as dist\n",
      ]);
    }
  });

  test("is no file, and not below one", async () => {
    const root = temporaryFolder({ file: "x", "book/x": "" });
    const reason = `error out-invalid Unexpected file ${root}/file, expected a folder\n`;
    expect(await said(join(root, "file"), join(root, "book"))).toBe(reason);
    expect(await said(join(root, "file/dist"), join(root, "book"))).toBe(reason);
  });

  // The superuser may write everywhere.
  test.skipIf(process.getuid?.() === 0)("can be written", async () => {
    const root = temporaryFolder();
    mkdirSync(join(root, "locked"), { mode: 0o500 });
    expect(await said(join(root, "locked/dist"), join(root, "book"))).toBe(
      `error out-invalid Unexpected output folder: writing to ${root}/locked is not permitted\n`,
    );
  });
});

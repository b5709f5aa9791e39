import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCli } from "../support/run-cli.js";
import { writeTwoEditions } from "../support/two-editions.js";

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "quoin-diff-"));
  await writeTwoEditions(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const diff = (...args: string[]) => runCli(["diff", ...args], folder);

/** The findings of `--json`, as far as these tests look at them. */
interface Findings {
  readonly counts: Readonly<Record<string, number>>;
  readonly words: readonly {
    readonly kind: string;
    readonly pieces: readonly { kind: string; text: string }[];
  }[];
  readonly pages: readonly {
    readonly fate: string;
    old: { label: string } | null;
    new: { label: string } | null;
  }[];
  readonly notes: readonly unknown[];
  readonly exhibits: readonly unknown[];
  readonly targets: readonly unknown[];
  readonly links: unknown;
  readonly metadata: unknown;
  readonly messages: { readonly added: readonly unknown[]; readonly removed: readonly unknown[] };
}

async function findings(...args: string[]): Promise<Findings> {
  const { code, stdout, stderr } = await diff(...args, "--json");
  expect([code, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout) as Findings;
}

/** Words that changed, as `old -> new`, passages by their first words. */
function wordsOf({ words }: Findings): string[] {
  const said = (pieces: Findings["words"][number]["pieces"], kind: string) =>
    pieces
      .filter((piece) => piece.kind === kind)
      .map(({ text }) => text)
      .join(" ")
      .slice(0, 24);
  return words.map(({ pieces }) => `${said(pieces, "old")} -> ${said(pieces, "new")}`);
}

describe("two folders with artifacts", () => {
  test("differ in each way that they were made to differ in, and in no other", async () => {
    const found = await findings("old", "new");
    expect(wordsOf(found)).toEqual([
      "editions, -> Editions,",
      "editions -> Editions",
      "editions -> Editions",
      "yellow -> green",
      " -> they",
      "[One bar.] Figure 1. The -> ",
      " -> Addition a of a chapter ",
      "This one will be taken o -> An addition by the autho",
    ]);
    expect(found.notes).toMatchObject([
      { kind: "added", new: { number: "1", text: "An addition by the author." } },
      { kind: "renumbered", old: { number: "1" }, new: { number: "2" } },
      { kind: "removed", old: { number: "2" } },
    ]);
    expect(found.exhibits).toMatchObject([
      { kind: "changed", old: { id: "growth", page: "1" }, new: { page: "5" }, differs: ["page", "picture"] },
    ]);
    expect(found.targets).toEqual([
      { edition: "pdf", address: "#one-why-whisper", now: "#one-why-they-whisper" },
      {
        edition: "epub",
        address: "OEBPS/one.xhtml#one-why-whisper",
        now: "OEBPS/one.xhtml#one-why-they-whisper",
      },
      { edition: "epub", address: "OEBPS/one.xhtml#growth", now: "OEBPS/two.xhtml#growth" },
    ]);
    expect(found.links).toEqual({ added: ["https://example.org/new"], removed: ["https://example.org/old"] });
    expect(found.metadata).toEqual([{ name: "title", old: "Two editions", new: "Two Editions" }]);
  });

  test("tell pages that only moved from pages that changed, and those that are new", async () => {
    const { pages } = await findings("old", "new");
    const fateOf = (label: string) => pages.find((page) => (page.new ?? page.old)?.label === label);
    expect(fateOf("1")?.fate).toBe("changed");
    expect(fateOf("4")).toMatchObject({ fate: "added", old: null });
    expect(fateOf("6")).toMatchObject({ fate: "moved", old: { label: "4" } });
    expect(fateOf("7")).toMatchObject({ fate: "changed", old: { label: "5" } });
    expect(fateOf("iv")?.fate).toBe("same");
  });

  test("are summed up in Markdown that a pull request shows", async () => {
    const { code, stdout } = await diff("old", "new");
    expect(code).toBe(0);
    expect(stdout).toContain("the word <del>yellow</del> <ins>**green**</ins> in it.");
    expect(stdout).toContain("- only moved: 4 → 6");
    expect(stdout).toContain("- Figure 1: p. 1 → 5, another picture");
    expect(stdout).toContain("- `#one-why-whisper` (PDF): now `#one-why-they-whisper`");
    expect(stdout).toContain("- renumbered: 1 → 2");
    expect((await diff("old", "new", "--markdown", "deep/summary.md")).stdout).toBe("");
    expect(readFileSync(join(folder, "deep/summary.md"), "utf8")).toBe(stdout);
    expect(readdirSync(join(folder, "deep"))).toEqual(["summary.md"]);
  });

  test("have messages: those that are new and gone are told, not those on another line", async () => {
    cpSync(join(folder, "new"), join(folder, "warned"), { recursive: true });
    const path = join(folder, "warned/build.json");
    const record = JSON.parse(readFileSync(path, "utf8"));
    const message = (file: string, line: number, reason: string) => ({
      file,
      line,
      column: 1,
      ruleId: "r",
      severity: "warning",
      reason,
    });
    writeFileSync(
      path,
      JSON.stringify({ ...record, messages: [message("one.md", 3, "Kept"), message("one.md", 4, "New")] }),
    );
    cpSync(join(folder, "warned"), join(folder, "before"), { recursive: true });
    writeFileSync(
      join(folder, "before/build.json"),
      JSON.stringify({
        ...record,
        messages: [message("../one.md", 1, "Kept"), message("one.md", 9, "Gone")],
      }),
    );
    const { messages, counts } = await findings("before", "warned");
    expect(messages).toMatchObject({ added: [{ reason: "New" }], removed: [{ reason: "Gone" }] });
    expect(Object.entries(counts).filter(([, n]) => n > 0)).toEqual([["messages", 1]]);
  });

  test("that are one and the same differ in nothing", async () => {
    const { code, stdout, stderr } = await diff(
      "new",
      "new",
      "--fail-on",
      "ids,words,pages,moved,notes,figures,links,metadata,messages",
    );
    expect([code, stdout, stderr]).toEqual([0, "## new → new\n\nNothing changed.\n", "Nothing changed.\n"]);
  });
});

describe("files alone", () => {
  test("two PDFs: words, pages, notes and figures by their tags", async () => {
    const found = await findings("old/two-editions.pdf", "new/two-editions.pdf");
    expect(wordsOf(found)).toEqual(expect.arrayContaining(["yellow -> green"]));
    expect(found.notes).toHaveLength(3);
    expect(found.exhibits).toMatchObject([
      { old: { label: "Figure 1", page: "1" }, new: { page: "5" }, differs: ["page"] },
    ]);
    expect(found.pages.map(({ fate }) => fate)).toContain("moved");
    expect(found.targets).toEqual([{ edition: "pdf", address: "#one-why-whisper" }]);
  });

  test("two EPUBs need no browser, and have no pages to compare but their marks", async () => {
    const none = { PUPPETEER_EXECUTABLE_PATH: "/nowhere" };
    const { code, stdout } = await runCli(
      ["diff", "old/two-editions.epub", "new/two-editions.epub", "--json"],
      folder,
      none,
    );
    const found = JSON.parse(stdout) as Findings;
    expect([code, found.pages, found.messages]).toEqual([0, null, null]);
    expect(found.exhibits).toMatchObject([{ old: { page: "1" }, new: { page: "5" } }]);
  });
});

test("--fail-on ends with exit code 1 where such a thing is found", async () => {
  const failing = await diff("old", "new", "--fail-on", "messages,ids,notes");
  expect([failing.code, failing.stderr]).toEqual([
    1,
    "--fail-on ids: 3 ids or files gone\n--fail-on notes: notes: 1 added, 1 removed, 1 renumbered\n",
  ]);
  expect((await diff("old", "new", "--fail-on", "messages")).code).toBe(0);
});

test.each([
  [["old"], "diff compares two editions, OLD and NEW"],
  [["old", "new", "newer"], "diff compares two editions, OLD and NEW"],
  [["old", "new", "--fail-on", "nots"], "--fail-on knows no `nots`. Did you mean `notes`?"],
  [["old", "nowhere"], "nothing to compare at nowhere: there is no such file"],
  [["old", "empty"], "nothing to compare at empty: no PDF and no EPUB is in it"],
  [["old", "broken"], "nothing to compare at broken: its build.json is none of quoin's"],
  [["old", "lost"], "nothing to compare at lost: two-editions.pdf: there is no such file"],
  [
    ["old", "plain.txt"],
    "nothing to compare at plain.txt: it is neither a PDF, an EPUB nor a folder with artifacts",
  ],
  [
    ["old/two-editions.pdf", "text.pdf"],
    "nothing to compare at text.pdf: text.pdf: it is no PDF, or a damaged one",
  ],
  [
    ["old/two-editions.epub", "text.epub"],
    "nothing to compare at text.epub: text.epub: it is no EPUB, or a damaged one",
  ],
  [
    ["old/two-editions.pdf", "new/two-editions.epub"],
    "old/two-editions.pdf and new/two-editions.epub have no kind of file in common",
  ],
] as const)("%j is one clear message", async (args, message) => {
  for (const name of ["empty", "broken", "lost"]) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, "broken/build.json"), "{}");
  cpSync(join(folder, "old/build.json"), join(folder, "lost/build.json"));
  for (const name of ["plain.txt", "text.pdf", "text.epub"]) writeFileSync(join(folder, name), "words\n");
  const { code, stdout, stderr } = await diff(...args);
  expect([code, stdout, stderr]).toEqual([2, "", `quoin: ${message}\nquoin --help says more.\n`]);
});

import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSession } from "../../pipeline/edges/browser/session.js";
import { openTab } from "../../pipeline/edges/browser/tab.js";
import { type Ran, runCli } from "../support/run-cli.js";
import { writeTwoEditions } from "../support/two-editions.js";

let folder: string;
let whole: Awaited<ReturnType<typeof diff>>;
let found: Findings;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "quoin-diff-"));
  await writeTwoEditions(folder);
  const wanted = [
    "--html",
    "out/page.html",
    "--markdown",
    "out/summary.md",
    "--fail-on",
    "messages,ids,notes",
  ];
  whole = await diff("old", "new", "--json", ...wanted);
  found = JSON.parse(whole.stdout) as Findings;
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Whether the browser has its sandbox is a fact of the machine; the other words of standard error are diff's. */
async function diff(...args: string[]): Promise<Ran & { readonly ofSandbox: readonly string[] }> {
  const ran = await runCli(["diff", ...args], folder);
  const ofSandbox = ran.stderr.match(/^browser {2}without its sandbox: .+\n/gm) ?? [];
  return { ...ran, stderr: ofSandbox.reduce((rest, line) => rest.replace(line, ""), ran.stderr), ofSandbox };
}

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
  test("differ in each way that they were made to differ in, and in no other", () => {
    expect(wordsOf(found)).toEqual([
      "editions, -> Editions,",
      "editions -> Editions",
      "editions -> Editions",
      "yellow -> green",
      " -> they",
      "[One bar.] Figure 1. The -> ",
      " -> Addition a of a chapter ",
      " -> An addition by the autho",
      "This one will be taken o -> ",
    ]);
    expect(found.notes).toMatchObject([
      { kind: "added", new: { number: "1", text: "An addition by the author." } },
      { kind: "renumbered", old: { number: "1" }, new: { number: "2" } },
      { kind: "removed", old: { number: "2" } },
    ]);
    expect(found.exhibits).toMatchObject([
      { kind: "changed", old: { id: "growth", page: "1" }, new: { page: "5" }, differs: ["page", "picture"] },
      { kind: "changed", old: { id: "", page: "4" }, new: { page: "6" }, differs: ["page", "picture"] },
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

  test("tell pages that only moved from pages that changed, and those that are new", () => {
    const { pages } = found;
    const fateOf = (label: string) => pages.find((page) => (page.new ?? page.old)?.label === label);
    expect(fateOf("1")?.fate).toBe("changed");
    expect(fateOf("4")).toMatchObject({ fate: "added", old: null });
    expect(fateOf("6")).toMatchObject({ fate: "redrawn", old: { label: "4" } });
    expect(fateOf("7")).toMatchObject({ fate: "moved", old: { label: "5" } });
    expect(fateOf("8")).toMatchObject({ fate: "changed", old: { label: "6" } });
    expect(fateOf("iv")?.fate).toBe("same");
  });

  test("are summed up in Markdown that a pull request shows", () => {
    const summary = readFileSync(join(folder, "out/summary.md"), "utf8");
    expect(summary).toContain("the word <del>yellow</del> <ins>**green**</ins> in it.");
    expect(summary).toContain("- only moved: 5 → 7");
    expect(summary).toContain("- Figure 1: p. 1 → 5, another picture");
    expect(summary).toContain("- `#one-why-whisper` (PDF): now `#one-why-they-whisper`");
    expect(summary).toContain("- renumbered: 1 → 2");
    expect(readdirSync(join(folder, "out")).sort()).toEqual(["page.html", "summary.md"]);
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

  test("that are not the same bytes are not called the same", async () => {
    cpSync(join(folder, "new"), join(folder, "touched"), { recursive: true });
    const path = join(folder, "touched/two-editions.pdf");
    writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.from("\n")]));
    const { code, stdout } = await diff("new", "touched", "--pictures", "0");
    expect([code, stdout]).toEqual([
      0,
      "## new → touched\n\nNothing changed of what is compared; but the files are not the same, byte for byte.\n",
    ]);
  });

  test("that are one and the same differ in nothing", async () => {
    const { code, stdout, stderr } = await diff(
      "new",
      "new",
      "--fail-on",
      "ids,words,pages,moved,notes,figures,links,metadata,messages",
    );
    const same = "Nothing changed: the files are the same, byte for byte.\n";
    expect([code, stdout, stderr]).toEqual([0, `## new → new\n\n${same}`, same]);
  });
});

test("the page with everything is whole by itself, and its marks lie on what they mark", async () => {
  const html = readFileSync(join(folder, "out/page.html"), "utf8");
  const session = createSession();
  try {
    const seen = await session.use(60_000, openTab, async ({ page, show, refused }) => {
      await page.setViewport({ width: 1280, height: 900 });
      await show({ html, resources: new Map() });
      const facts = await page.evaluate(async () => {
        for (const image of document.images) image.loading = "eager";
        await Promise.all([...document.images].map((image) => image.decode()));
        const sections = [...document.querySelectorAll("section")].map(({ id }) => id);
        const pairs = [...document.querySelectorAll(".pairs > li")].map((pair) => ({
          title: pair.querySelector("h3")?.textContent ?? "",
          pictures: pair.querySelectorAll("img").length,
          marks: [...pair.querySelectorAll(".sheet")].map((sheet) => sheet.querySelectorAll("i").length),
        }));
        const strays = [...document.querySelectorAll(".sheet i")].filter((mark) => {
          const [inner, outer] = [mark, mark.closest(".sheet")].map((each) => each?.getBoundingClientRect());
          return (
            !inner ||
            !outer ||
            inner.left < outer.left ||
            inner.right > outer.right ||
            inner.bottom > outer.bottom
          );
        });
        const wide = document.documentElement.scrollWidth - window.innerWidth;
        return {
          sections,
          pairs,
          strays: strays.length,
          wide,
          fonts: [...document.fonts].filter(({ status }) => status === "loaded").length,
        };
      });
      return { ...facts, refused: refused.length };
    });
    expect(seen).toMatchObject({ strays: 0, wide: 0, fonts: 3, refused: 0 });
    expect(seen.sections).toEqual([
      "ids",
      "words",
      "pages",
      "notes",
      "figures",
      "links",
      "metadata",
      "files",
    ]);
    expect(seen.pairs).toContainEqual({ title: "p. 4, added", pictures: 1, marks: [0] });
    // A page that moved, with another drawing: of both the same area is marked.
    expect(seen.pairs).toContainEqual({ title: "p. 4 → 6, looks otherwise", pictures: 2, marks: [1, 1] });
    expect(seen.pairs).toContainEqual({ title: "p. 3, words changed", pictures: 2, marks: [0, 1] });
  } finally {
    await session.close();
  }
});

describe("files alone", () => {
  test("two PDFs: words, pages, notes and figures by their tags; without pictures no page is looked at", async () => {
    const found = await findings("old/two-editions.pdf", "new/two-editions.pdf", "--pictures", "0");
    expect(wordsOf(found)).toEqual(expect.arrayContaining(["yellow -> green"]));
    expect(found.notes).toHaveLength(3);
    expect(found.exhibits).toMatchObject([
      { old: { label: "Figure 1", page: "1" }, new: { page: "5" }, differs: ["page"] },
      { old: { caption: "Another bar.", page: "4" }, new: { page: "6" }, differs: ["page"] },
    ]);
    expect(found.pages.filter(({ fate }) => fate === "moved")).toHaveLength(2);
    expect(found.pages.filter(({ fate }) => fate === "redrawn")).toEqual([]);
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
    expect(found.exhibits).toMatchObject([
      { old: { page: "1" }, new: { page: "5" } },
      { new: { page: "6" } },
    ]);
  });
});

test("a browser without its sandbox is told, once", () => {
  expect(whole.ofSandbox.length).toBeLessThanOrEqual(1);
  // The superuser's never has one.
  if (process.getuid?.() === 0) expect(whole.ofSandbox).toHaveLength(1);
});

test("--fail-on ends with exit code 1 where such a thing is found, and tells what", () => {
  const said =
    "--fail-on ids: 3 ids or files gone\n--fail-on notes: notes: 1 added, 1 removed, 1 renumbered\n";
  expect([whole.code, whole.stderr.replace(/^looking.*\n/gm, "")]).toEqual([1, said]);
});

test.each([
  [["old"], "diff compares two editions, OLD and NEW"],
  [["old", "new", "newer"], "diff compares two editions, OLD and NEW"],
  [["old", "new", "--fail-on", "nots"], "--fail-on knows no `nots`. Did you mean `notes`?"],
  [["old", "new", "--pictures", "some"], "--pictures takes a number of pages, not `some`"],
  [
    ["old", "new", "--html", "plain.txt/x.html"],
    "plain.txt/x.html cannot be written: a file stands in its way",
  ],
  [["old", "nowhere"], "nothing to compare at nowhere: there is no such file, and git knows no such commit"],
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
  expect([code, stdout, stderr]).toEqual([2, "", `quoin: ${message}\nquoin diff --help says more.\n`]);
});

import { readdirSync, readFileSync } from "node:fs";
import { VFileMessage } from "vfile-message";
import { afterEach, test as anywhere, beforeEach, expect } from "vitest";
import type { TypesetterOptions } from "../../../pipeline/edges/browser/options.js";
import { createTypesetter, type OpenTypesetter } from "../../../pipeline/edges/browser.js";
import type { PrintDocument, Resource } from "../../../pipeline/publication.js";
import { temporaryFolder } from "../../support/temporary-folder.js";
import { paragraph, paragraphs, smallDocument } from "./small-document.js";

// Only Linux shows its processes as files.
const test = anywhere.runIf(process.platform === "linux");

const whole = smallDocument(`<section data-part="a">${paragraph(1)}</section>`);

/** A document whose script never ends, and a promise that its tab has asked for the script. */
function endlessDocument(): { readonly endless: PrintDocument; readonly asked: Promise<void> } {
  let tell = () => {};
  const asked = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const script = { mediaType: "text/javascript", bytes: Buffer.from("for (;;);") };
  class Resources extends Map<string, Resource> {
    override get(path: string): Resource | undefined {
      if (path === "/endless.js") tell();
      return super.get(path);
    }
  }
  const page = smallDocument(
    `<section data-part="a">${paragraph(1)}</section><script src="/endless.js"></script>`,
  );
  return {
    endless: { ...page, resources: new Resources([...page.resources, ["/endless.js", script]]) },
    asked,
  };
}

let open: OpenTypesetter[] = [];
let temporary = "";
let formerTemporary: string | undefined;
beforeEach(() => {
  formerTemporary = process.env.TMPDIR;
  temporary = temporaryFolder();
  process.env.TMPDIR = temporary;
});
afterEach(async () => {
  if (formerTemporary === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = formerTemporary;
  await Promise.all(open.map(({ close }) => close()));
  open = [];
});

function start(options: TypesetterOptions = {}): OpenTypesetter {
  const made = createTypesetter(options);
  open.push(made);
  return made;
}

async function ruleOf(work: Promise<unknown>): Promise<string | undefined> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof VFileMessage)) throw error;
  expect(error.fatal).toBe(true);
  return error.ruleId;
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // A process may end while it is looked at.
    return "";
  }
}

/** The browser whose profile lies in this test's temporary folder, and all processes that it started. */
function browsers(): number[] {
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const parents = new Map(all.map((pid) => [pid, /\) \S (\d+)/.exec(read(`/proc/${pid}/stat`))?.[1] ?? ""]));
  const isOurs = (pid: string): boolean =>
    commandOf(Number(pid)).includes(`--user-data-dir=${temporary}`) ||
    (parents.has(pid) && isOurs(parents.get(pid) ?? ""));
  return all.filter(isOurs).map(Number);
}

function commandOf(pid: number): string {
  return read(`/proc/${pid}/cmdline`);
}

test("a document of too many pages is refused, and the browser goes on", async () => {
  const { typesetter } = start({ pageLimit: 2 });
  const long = smallDocument(`<section data-part="a">${paragraphs(60)}</section>`);
  expect(await ruleOf(typesetter.typeset(long))).toBe("page-limit");
  const [before] = browsers();
  expect((await typesetter.typeset(whole)).pages).toHaveLength(1);
  expect(browsers()).toContain(before);
});

test("an endless script ends with the time limit, and the next document has a new browser", async () => {
  const { typesetter } = start({ timeLimit: 3000 });
  expect(await ruleOf(typesetter.typeset(endlessDocument().endless))).toBe("browser-timeout");
  await expect.poll(browsers, { timeout: 3000 }).toEqual([]);
  expect((await typesetter.typeset(whole)).pages).toHaveLength(1);
});

test("a document that wants too much memory is ended with its browser", async () => {
  const { typesetter } = start({ memoryLimit: 700 });
  const script = `const all = [];
    for (;;) { all.push(new Uint8Array(8e6).fill(1)); for (const end = performance.now() + 20; performance.now() < end; ); }`;
  const page = smallDocument(
    `<section data-part="a">${paragraph(1)}</section><script src="/hungry.js"></script>`,
  );
  const hungry = { mediaType: "text/javascript", bytes: Buffer.from(script) };
  const document = { ...page, resources: new Map([...page.resources, ["/hungry.js", hungry]]) };
  expect(await ruleOf(typesetter.typeset(document))).toBe("browser-memory");
  // The system takes 700 MB from it first.
  await expect.poll(browsers, { timeout: 3000 }).toEqual([]);
  expect((await typesetter.typeset(whole)).pages).toHaveLength(1);
});

test("a browser that is killed at work is reported as dead", async () => {
  const { typesetter } = start();
  await typesetter.typeset(whole);
  const [main = 0] = browsers().filter((pid) => !commandOf(pid).includes("--type="));
  const { endless, asked } = endlessDocument();
  const work = ruleOf(typesetter.typeset(endless));
  await asked;
  process.kill(main, "SIGKILL");
  expect(await work).toBe("browser-died");
  expect((await typesetter.typeset(whole)).pages).toHaveLength(1);
});

test("a renderer that crashes is reported as dead", async () => {
  const { typesetter } = start();
  await typesetter.typeset(whole);
  const { endless, asked } = endlessDocument();
  const work = ruleOf(typesetter.typeset(endless));
  await asked;
  const renderers = browsers().filter((pid) => commandOf(pid).includes("--type=renderer"));
  expect(renderers).not.toEqual([]);
  for (const pid of renderers) process.kill(pid, "SIGKILL");
  expect(await work).toBe("browser-died");
});

test("a renderer that crashes while it prints is reported as dead, whose printing fails before it is known to be", async () => {
  const { typesetter } = start();
  const long = smallDocument(`<section data-part="a">${paragraphs(900)}</section>`);
  const paged = () => {
    for (const pid of browsers())
      if (commandOf(pid).includes("--type=renderer")) process.kill(pid, "SIGKILL");
  };
  expect(await ruleOf(typesetter.typeset({ ...long, typesetter: "native" }, { paged }))).toBe("browser-died");
  expect((await typesetter.typeset(whole)).pages).toHaveLength(1);
});

test("closing ends every process and removes the profile", async () => {
  const made = start();
  made.warm();
  await made.typesetter.typeset(whole);
  expect(browsers().length).toBeGreaterThan(0);
  expect(readdirSync(temporary)).toEqual([expect.stringMatching(/^quoin-browser-/)]);
  await made.close();
  expect(readdirSync(temporary)).toEqual([]);
  await expect.poll(browsers).toEqual([]);
});

test("an aborted signal ends work with its own reason and leaves nothing", async () => {
  const controller = new AbortController();
  const { typesetter } = start({ signal: controller.signal });
  await typesetter.typeset(whole);
  const { endless, asked } = endlessDocument();
  const work = typesetter.typeset(endless);
  void asked.then(() => controller.abort(new Error("Ctrl-C")));
  await expect(work).rejects.toThrow("Ctrl-C");
  await expect.poll(browsers).toEqual([]);
  expect(readdirSync(temporary)).toEqual([]);
  await expect(typesetter.typeset(whole)).rejects.toThrow("Ctrl-C");
});

test("a typesetter tells which browser works and how", async () => {
  const { describe, close } = start();
  const facts = await describe();
  expect(facts.version).toMatch(/^HeadlessChrome\/\d/);
  expect(facts.tried.at(-1)).toContain(facts.path);
  const [main = 0] = browsers();
  expect(commandOf(main).includes("--no-sandbox")).toBe(!facts.sandbox);
  await close();
});

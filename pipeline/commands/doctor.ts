import { tmpdir } from "node:os";
import pc from "picocolors";
import { count } from "../count.js";
import { entriesOf } from "../edges/cache/shrink.js";
import { java } from "../edges/java.js";
import { loadTheme } from "../edges/load-theme.js";
import { tryBrowser } from "../edges/try-browser.js";
import { describe as describeEntries } from "./cache.js";
import type { Command, Terminal } from "./command.js";
import { whyNoSandbox } from "./note-sandbox.js";
import { namedCacheFolder } from "./open-cache.js";

interface Finding {
  readonly name: string;
  readonly purpose: string;
  /** Whether `build` cannot do without. */
  readonly need: "needed" | "optional";
  readonly state: "found" | "missing";
  /** What was found, or what was looked for; one line each. */
  readonly facts: readonly string[];
}

/** `quoin doctor`: what quoin needs, what was found. */
export const doctor: Command = {
  help: `quoin doctor

Say what of this machine quoin uses, what was found, and what each thing is for. The browser is started and sets a page.

Exit code 0: all that \`quoin build\` needs is there. 1: something is missing.
`,
  options: {},
  arity: [0, 0],

  async run(_, terminal) {
    const findings = [
      node(process.versions.node),
      await browser(terminal),
      await fonts(terminal),
      await cache(terminal),
      findJava(),
    ];
    terminal.stdout(findings.map((finding) => describe(finding, terminal)).join(""));
    const ready = findings.every(({ need, state }) => need === "optional" || state === "found");
    terminal.stdout(
      ready ? "\nAll that a build needs is here.\n" : "\nA build would fail: see what is missing.\n",
    );
    return ready ? 0 : 1;
  },
};

function describe({ name, purpose, need, state, facts }: Finding, { color }: Terminal): string {
  const paint = pc.createColors(color);
  const word =
    state === "found" ? paint.green("found") : need === "needed" ? paint.red("missing") : "not here";
  const lines = [`${paint.bold(name)}: ${word} (${need}; ${purpose})`, ...facts.map((fact) => `  ${fact}`)];
  return `${lines.join("\n")}\n`;
}

function node(version: string): Finding {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const state = major > 20 || (major === 20 && minor >= 19) ? "found" : "missing";
  return { name: "Node", purpose: "runs quoin, 20.19 or newer", need: "needed", state, facts: [version] };
}

async function browser({ clock, signal }: Terminal): Promise<Finding> {
  const start = clock();
  const result = await tryBrowser(signal);
  const name = "Browser";
  const purpose = "sets the pages of PDFs and draws the e-book's cover";
  if ("problem" in result) {
    return { name, purpose, need: "needed", state: "missing", facts: result.problem.split("\n") };
  }
  const { origin, path, version, sandbox, tried } = result;
  const facts = [
    `${version}, ${origin}`,
    path,
    sandbox ? "in its sandbox" : `without its sandbox: ${whyNoSandbox()}`,
    `set a page in ${Math.round(clock() - start)} ms`,
    ...tried.slice(0, -1).map((line) => `passed over ${line}`),
  ];
  return { name, purpose, need: "needed", state: "found", facts };
}

async function fonts({ cwd }: Terminal): Promise<Finding> {
  const { theme, messages } = await loadTheme("report", cwd || tmpdir(), { file: "", line: 1, column: 1 });
  const faces = new Map(
    [...(theme?.printFonts ?? []), ...(theme?.bookFonts ?? [])].map((face) => [face.file, face.family]),
  );
  const families = [...new Set(faces.values())];
  const found = families.map((family) => {
    const number = [...faces.values()].filter((other) => other === family).length;
    return `${family}, ${count(number, "face")}`;
  });
  const facts = theme ? found : messages.map(({ reason }) => reason);
  const purpose = "the faces of the report theme, from its packages";
  return { name: "Fonts", purpose, need: "needed", state: theme ? "found" : "missing", facts };
}

async function cache(terminal: Terminal): Promise<Finding> {
  const folder = await namedCacheFolder({}, terminal);
  const facts =
    folder === undefined
      ? ["none: there is no folder that only this user can write to, or QUOIN_CACHE is off"]
      : [folder, `${describeEntries((await entriesOf(folder)).entries)}; quoin cache --clear removes it`];
  const purpose = "spares the next build what this one has done";
  return { name: "Cache", purpose, need: "optional", state: folder ? "found" : "missing", facts };
}

function findJava(): Finding {
  const version = java();
  const purpose = "runs EPUBCheck in the tests of quoin itself";
  return {
    name: "Java",
    purpose,
    need: "optional",
    state: version ? "found" : "missing",
    facts: [version ?? "looked for java on PATH"],
  };
}

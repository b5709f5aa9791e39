import { resolve } from "node:path";
import { isBuilt } from "../edges/is-built.js";
import { pageMapFile } from "../edges/load-page-map.js";
import { type Savable, save } from "../edges/save.js";
import { keepPast, recallPast, toPast } from "../progress/past.js";
import type { PageMap } from "../publication.js";
import { isFailure, pathFrom, toRecord } from "../report.js";
import { artifactLine } from "../report-text.js";
import { spooledText } from "../spooled.js";
import { chooseFormat } from "./choose-format.js";
import { type Command, type Terminal, UsageError } from "./command.js";
import { editions, parseEditions } from "./editions.js";
import { limitArguments, limitOptions, limitsOf } from "./limits.js";
import { cacheOptions, openNamedCache } from "./open-cache.js";
import type { Order } from "./order.js";
import { type Following, showProgress } from "./progress.js";
import { recallArtifacts } from "./recall-artifacts.js";
import { readerOf, tellMessages } from "./tell.js";
import type { Built } from "./verify.js";

/** `quoin build`: a publication folder into its artifacts. */
export const build: Command = {
  help: `quoin build [FOLDER]
       quoin build --all [FOLDER]

Build the publication in FOLDER (manuscript, if none is named): a PDF for the screen, a PDF for the press, and an EPUB 3.

  --out DIR    where the artifacts go (dist)
  --only LIST  editions to build, with commas between: screen, press, epub
  --verify     build once more, in another process with another folder, home, time zone, locale and umask, and with all
               photographs in the browser, and compare: a difference is an error that says where it is, and nothing is written
  --all        build every publication below FOLDER (the working folder, if none is named), each into its own folder in DIR; one that
               fails harms no other, and one report of all stands at the end
  --jobs N     with --all: builds that run side by side, each with a browser (half of the cores)
  --max-pages N, --max-time S, --max-memory MB, --max-pixels M
               how much a document may take: pages (3000); seconds of the browser, to which its length adds (180); megabytes of the
               browser, where the system shows them (4000); millions of pixels of an image other than a JPEG (100)
  --cache DIR  keep there what the next build can use again, in place of the user's cache folder: for CI, which keeps a folder
  --no-cache   make everything anew, and keep nothing
  --strict     a warning fails as an error does
  --format F   what standard output gets: text, or a whole report as json, github, sarif, gitlab or junit
  --json       short for --format json: the record of build.json

The press PDF is made to the printer's profile that publication.yaml names (press: {profile: offset-eu}); beside it comes the
cover in one piece, back, spine and front, where that profile asks for it. Both are held to the profile (quoin preflight):
what is found are messages, and a report, an HTML page beside each PDF.

Nothing half-good is written: where a message is an error, the artifacts of the last good build stay as they are. What
was made is told in DIR/build.json: paths, sizes, checksums, pages, the browser build, messages, and how long each stage
took. The same manuscript and the same browser build give the same bytes, on any day.

The e-book lists the pages of the PDF. Built alone it takes those of the last PDF in DIR, which DIR/page-map.json keeps, where
the same document would be set again; otherwise it has no such list, and a message says so.

On a terminal one line says how far the build is, chapters and pages that are done, and about how long it will still take, which it
knows best where the same was built before. Elsewhere each stage is a line when it is over.

What was made is kept, and what nothing has changed in is not made again: a build without a change starts no browser. The bytes and
messages are those of a build with --no-cache. \`quoin cache\` says where all that is kept, and clears it.

Examples

  quoin build                        manuscript/ into dist/
  quoin build books/atlas --out out  another publication, elsewhere
  quoin build --only epub            the e-book alone
  quoin build --all books            a catalogue
  quoin build --json | jq .artifacts the result, for a program

Exit code 0: fine. 1: an error, or with --strict a warning. 2: a command line that makes no sense.
`,
  options: {
    out: { type: "string" },
    only: { type: "string" },
    verify: { type: "boolean" },
    strict: { type: "boolean" },
    format: { type: "string" },
    json: { type: "boolean" },
    all: { type: "boolean" },
    jobs: { type: "string" },
    ...cacheOptions,
    ...limitOptions,
  },
  arity: [0, 1],

  async run({ positionals: [named], values }, terminal) {
    const given = named ?? "manuscript";
    const only = String(values.only ?? editions.join());
    const wanted = parseEditions(only);
    const folder = resolve(terminal.cwd, given);
    const out = resolve(terminal.cwd, String(values.out ?? "dist"));
    const strictness = values.strict ? "strict" : "lenient";
    const format = await chooseFormat(values);
    if (values.all) {
      const { buildAll } = await import("./build-all.js");
      return buildAll(named ?? ".", values, format, terminal);
    }
    if (values.jobs !== undefined) throw new UsageError("--jobs is for --all, which builds several titles");
    const limits = limitsOf(values);
    const again = async (made: Built) => {
      const { verify } = await import("./verify.js");
      return verify(made, ["--only", only, ...limitArguments(values)], terminal);
    };
    const cache = await openNamedCache(values, terminal);
    const following = showProgress(terminal, wanted);
    const { progress, clear, end } = following;
    const order = { folder, out, wanted, progress, clear, cache, limits };
    const first = await (async () => {
      const recalled = await recallArtifacts(order, terminal);
      return recalled ?? (await make(order, following, terminal));
    })().finally(end);
    const isWorthIt = values.verify && !isFailure(first.messages, strictness);
    const made = isWorthIt ? await again(first) : first;
    const refused = isFailure(made.messages, strictness);
    const record = `${JSON.stringify(toRecord(made, out), null, 2)}\n`;
    const files = [
      ...made.artifacts,
      ...kept(made.pageMap),
      { name: "build.json", file: spooledText(record) },
    ];
    const unsaved = refused ? [] : await save(files, out, terminal.signal);
    await cache?.tidy();
    const failed = refused || unsaved.length > 0;
    const result = {
      ...made,
      messages: [...made.messages, ...unsaved],
      ...(failed && { artifacts: [], browser: undefined, typesetter: undefined }),
    };

    tellMessages(result, terminal);
    if (failed) terminal.stderr(`${untouched(out, terminal)}\n`);
    const told = { result, ok: !failed, strictness, from: terminal.cwd } as const;
    if (format) terminal.stdout(format.write({ ...told, record: () => toRecord(result, out) }));
    else
      for (const artifact of result.artifacts)
        terminal.stdout(`${artifactLine(artifact, out, readerOf(terminal))}\n`);
    return failed ? 1 : 0;
  },
};

/** Loaded only where something must be made: it brings the browser, and all that reads what lies in a folder. */
async function make(order: Order, following: Following, terminal: Terminal): Promise<Built> {
  const { cache, folder, wanted } = order;
  const { openBrowser } = await import("./open-browser.js");
  const browser = openBrowser(order, terminal);
  const { makeArtifacts } = await import("./make-artifacts.js");
  const last = cache && (await recallPast(cache, folder, wanted));
  following.remember(last);
  const made = await makeArtifacts(order, terminal, browser);
  const past = toPast(following.course(), last, terminal.clock());
  if (cache && past && made.artifacts.length > 0) await keepPast(cache, folder, wanted, past);
  return made;
}

function kept(pageMap: PageMap | undefined): readonly Savable[] {
  return pageMap ? [{ name: pageMapFile, file: spooledText(`${JSON.stringify(pageMap)}\n`) }] : [];
}

function untouched(out: string, { cwd }: Terminal): string {
  const name = pathFrom(cwd, out, ".");
  return isBuilt(out)
    ? `Nothing was written: ${name} keeps the artifacts of the last good build.`
    : "Nothing was written.";
}

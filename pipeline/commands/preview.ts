import { once } from "node:events";
import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { count } from "../count.js";
import { createTypesetter } from "../edges/browser.js";
import { openAddress } from "../edges/preview/open-address.js";
import { loadPageFiles } from "../edges/preview/page-files.js";
import { readSourceText } from "../edges/preview/read-source.js";
import { type Answer, type Find, serve } from "../edges/preview/serve.js";
import { watchFolders } from "../edges/preview/watch.js";
import { editorAddress, editors, openInEditor } from "../preview/editors.js";
import type { LinkTo } from "../preview/show-messages.js";
import { sourcePage } from "../preview/source-page.js";
import { didYouMean } from "../problem.js";
import { pathFrom } from "../report.js";
import { type Command, type Terminal, UsageError } from "./command.js";
import { type Following, followFolder, type Outcome } from "./follow-folder.js";
import { noteSandbox } from "./note-sandbox.js";
import { tellMessages } from "./tell.js";

const usualPort = 4400;

/** `quoin preview`: the pages, the e-book and the messages of a publication in a browser, as it is written. */
export const preview: Command = {
  help: `quoin preview [FOLDER]

Show the publication in FOLDER (manuscript, if none is named) in a browser while it is written: the typeset pages as spreads, the
e-book in a reading system, and every message with a link to its line. Save a file, and what changed is there; where
the manuscript has an error the last good pages stay, with the error beside them. Nothing is written.

  --port N     the port to serve at; without it 4400, or the next one that is free
  --open       open the page in your browser
  --editor E   where links of messages lead: ${Object.keys(editors).join(", ")},
               or an address of your own with {file}, {line} and {column}. Without it they lead to a view of the file that
               quoin serves itself

The page is served to this machine alone (127.0.0.1), and holds nothing but this publication. Ctrl-C ends it.

Examples

  quoin preview --open                 the publication in manuscript/
  quoin preview book --editor vscode   messages open the line in Visual Studio Code
  quoin preview --editor 'nvim://open?path={file}&line={line}'

Exit code 0: ended by Ctrl-C. 1: there is no such folder, or the port is taken. 2: a command line that makes no sense.
`,
  options: { port: { type: "string" }, open: { type: "boolean" }, editor: { type: "string" } },
  arity: [0, 1],

  async run({ positionals: [given = "manuscript"], values }, terminal) {
    const ports = portsOf(values.port);
    const editor = editorOf(values.editor);
    const folder = await realpath(resolve(terminal.cwd, given)).catch(() => undefined);
    if (!folder) {
      terminal.stderr(
        `There is no folder ${given}; \`quoin new ${given}\` makes a publication to start from.\n`,
      );
      return 1;
    }
    const browser = createTypesetter({
      signal: terminal.signal,
      documents: "of-one-work",
      onWork: noteSandbox(terminal),
    });
    browser.warm();
    const pageFiles = await loadPageFiles();
    const find: Find = (path) => answer(path, pageFiles, folder, following);
    const server = await serve(ports, find);
    if (!server) {
      terminal.stderr(`Port ${ports[0]} is taken; without --port the preview finds a free one.\n`);
      await browser.close();
      return 1;
    }
    const following: Following = followFolder(folder, terminal, browser, {
      linkTo: linker(folder, editor),
      dependsOn: (themeFolder) => watch.add(themeFolder),
      told: (state) => server.tell(JSON.stringify(state)),
      made: (outcome) => report(outcome, folder, terminal),
      failed: (error) => terminal.stderr(`quoin: a mistake of quoin itself: ${error}\n`),
    });
    const watch = await watchFolders([folder], (paths) => following.remake(paths));
    following.remake();
    const address = `http://127.0.0.1:${server.port}/`;
    terminal.stdout(`${pathFrom(terminal.cwd, folder, ".")} is shown at ${address}   (Ctrl-C ends it)\n`);
    const obstacle = values.open ? await openAddress(address) : undefined;
    if (obstacle) terminal.stderr(`No browser could be opened (${obstacle}): open ${address} yourself.\n`);
    if (!terminal.signal.aborted) await once(terminal.signal, "abort");
    await Promise.all([server.close(), watch.close(), browser.close()]);
    return 0;
  },
};

function portsOf(given: string | boolean | undefined): readonly number[] {
  if (given === undefined) return [...Array.from({ length: 20 }, (_, i) => usualPort + i), 0];
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return [port];
  throw new UsageError(`--port takes a number from 0 to 65535, not \`${given}\``);
}

function editorOf(given: string | boolean | undefined): string | undefined {
  if (given === undefined) return undefined;
  const address = editorAddress(String(given));
  if (address) return address;
  const names = Object.keys(editors);
  const hint =
    didYouMean(String(given), names) || ` Expected ${names.join(", ")}, or an address with {file} in it`;
  throw new UsageError(`unknown editor \`${given}\`.${hint}`);
}

/** Messages name files from the folder, those of a theme by their full path. */
function linker(folder: string, editor: string | undefined): LinkTo {
  return (file, line, column) => {
    if (editor) return openInEditor(editor, { file: resolve(folder, file), line, column });
    const isServed = pathFrom(folder, folder, file) === file;
    return isServed ? `/source/${file.split("/").map(encodeURIComponent).join("/")}#L${line}` : undefined;
  };
}

async function answer(
  path: string,
  pageFiles: ReadonlyMap<string, Answer>,
  folder: string,
  following: Following,
): Promise<Answer | undefined> {
  const page = pageFiles.get(path === "/" ? "/page/preview.html" : path);
  if (page) return page;
  const kept = following.fileAt(path);
  if (kept) return { mediaType: mediaTypeOf(path), bytes: kept.read(), kept: "for ever" };
  const [, file] = /^\/source\/(.+)$/.exec(path) ?? [];
  if (file === undefined || !following.files().has(file)) return undefined;
  const text = await readSourceText(folder, file);
  if (text === undefined) return undefined;
  const messages = following.state().messages.filter((message) => message.file === file);
  return {
    mediaType: "text/html; charset=utf-8",
    policy: "default-src 'none'; style-src 'self'; frame-ancestors 'none'",
    bytes: new TextEncoder().encode(sourcePage(file, text, messages)),
  };
}

function mediaTypeOf(address: string): string {
  return address.endsWith(".pdf") ? "application/pdf" : "application/epub+zip";
}

function report(
  { outcome, messages, pages, first, whole }: Outcome,
  folder: string,
  terminal: Terminal,
): void {
  tellMessages({ folder, artifacts: [], messages, stages: [] }, terminal);
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  terminal.stderr(
    outcome === "good"
      ? `${count(pages, "page")}; the first shown in ${seconds(first)}, all done in ${seconds(whole)}\n`
      : "Not set: the last good pages stay.\n",
  );
}

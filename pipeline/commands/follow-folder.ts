import { setImmediate, setTimeout } from "node:timers/promises";
import type { VFileMessage } from "vfile-message";
import type { OpenTypesetter } from "../edges/browser.js";
import { findTheme } from "../edges/find-theme.js";
import { rememberReads } from "../preview/remember-reads.js";
import { type LinkTo, showMessages } from "../preview/show-messages.js";
import type { PreviewState } from "../preview/state.js";
import type { PrintDocument, Spooled, Typesetter } from "../publication.js";
import { publish } from "../publish.js";
import { read } from "../read/read.js";
import { distinct, isFailure } from "../report.js";
import { foreseeTypesetter } from "../write/choose-typesetter.js";
import type { Terminal } from "./command.js";
import { load } from "./load.js";
import { type Basis, setChapterFirst } from "./set-chapter-first.js";
import { type Shelf, shelf } from "./shelf.js";

/** What came of one state of a publication folder. */
export interface Outcome {
  readonly outcome: PreviewState["outcome"];
  readonly messages: readonly VFileMessage[];
  readonly pages: number;
  /** Milliseconds until the first pages were there, and until all was. */
  readonly first: number;
  readonly whole: number;
}

/** A publication folder that is made anew as often as it changes. */
export interface Following {
  /** Make the folder as it is now; what is being made of an earlier state is given up. Paths are those that changed, in full. */
  remake(changed?: ReadonlySet<string>): void;
  /** The bytes at an address of a state that was told. */
  fileAt(address: string): Spooled | undefined;
  /** Files that messages or the reading order name, relative to the folder. */
  files(): ReadonlySet<string>;
  state(): PreviewState;
}

/** Who wants to know. */
export interface Follower {
  readonly linkTo: LinkTo;
  /** A further folder that what is shown depends on: that of the theme. */
  dependsOn(folder: string): void;
  told(state: PreviewState): void;
  made(outcome: Outcome): void;
  /** A mistake of quoin itself, which ends nothing. */
  failed(error: unknown): void;
}

const empty: PreviewState = { title: "", work: "going", outcome: "good", pages: [], messages: [] };

/** Follow a publication folder: keep its last good pages and book, and what is wrong now. */
export function followFolder(
  folder: string,
  terminal: Terminal,
  browser: OpenTypesetter,
  follower: Follower,
): Following {
  const kept: Shelf = shelf();
  let state = empty;
  /** What stands when a manuscript cannot be made. */
  let good = empty;
  let files: ReadonlySet<string> = new Set(["publication.yaml"]);
  let current: AbortController | undefined;
  let basis: Basis | undefined;
  let reads = rememberReads(read);
  /** What changed since the basis was loaded. */
  let dirty = new Set<string>();
  let lastDocument: PrintDocument | undefined;

  const tell = (change: Partial<PreviewState>) => {
    state = { ...state, ...change };
    kept.keepOnly([state, good]);
    follower.told(state);
  };

  const make = async (signal: AbortSignal): Promise<Outcome> => {
    const start = terminal.clock();
    const since = () => Math.round(terminal.clock() - start);
    let first = 0;
    tell({ work: "going" });
    const typesetter: Typesetter = {
      ...browser.typesetter,
      async typeset(document, watcher) {
        const set = await browser.typesetter.typeset(document, { ...watcher, signal });
        lastDocument = document;
        return set;
      },
    };
    if (basis) {
      const pages = await setChapterFirst(folder, basis, dirty, {
        pages: state.pages,
        reads,
        typesetter,
        kept,
      });
      signal.throwIfAborted();
      if (pages) {
        tell({ pages });
        first = since();
        // The reader's browser fetches and draws them now, and would wait for the whole.
        await setTimeout(250, undefined, { signal });
        browser.warm(lastDocument);
      }
    }
    const loaded = await load(folder, terminal);
    signal.throwIfAborted();
    const { manuscript, theme } = loaded;
    basis = manuscript && theme && { manuscript, theme };
    if (basis && !lastDocument) browser.foresee(foreseeTypesetter(basis.manuscript, basis.theme));
    dirty = new Set();
    const themeFolder = manuscript && (await findTheme(manuscript.metadata.theme, folder));
    if (themeFolder) follower.dependsOn(themeFolder);
    const showing: Typesetter = {
      ...typesetter,
      async typeset(document, watcher) {
        const set = await typesetter.typeset(document, watcher);
        if (!isFailure(set.messages, "lenient")) {
          first ||= since();
          tell({ pages: kept.pagesOf(set) });
        }
        return set;
      },
    };
    const pause = async () => {
      signal.throwIfAborted();
      await setImmediate();
    };
    const tools = { typesetter: showing, progress: () => {}, pause, clock: terminal.clock, read: reads };
    const published =
      basis && !isFailure(loaded.messages, "lenient")
        ? await publish(basis.manuscript, basis.theme, ["screen", "epub"], tools)
        : undefined;
    signal.throwIfAborted();
    const messages = distinct([...loaded.messages, ...(published?.messages ?? [])]);
    files = new Set([
      "publication.yaml",
      ...(manuscript?.sources ?? []).map(({ path }) => path),
      ...messages.flatMap(({ file }) => file ?? []),
    ]);
    const title = manuscript?.metadata.title ?? state.title;
    const told = { title, messages: showMessages(messages, follower.linkTo), work: "done" } as const;
    const book = published?.artifacts.find(({ kind }) => kind === "epub");
    if (!book) {
      tell({ ...told, outcome: "failed", pages: good.pages });
      return { outcome: "failed", messages, pages: 0, first, whole: since() };
    }
    good = { ...state, ...told, outcome: "good", book: kept.put("book", book.file, "epub") };
    tell(good);
    return { outcome: "good", messages, pages: state.pages.length, first, whole: since() };
  };

  return {
    remake(changed = new Set()) {
      current?.abort(new Error("The folder has changed again"));
      const control = new AbortController();
      current = control;
      for (const path of changed) dirty.add(path);
      // Messages are weighed in place: what was read under other rules is read again.
      if (![...changed].every((path) => path.endsWith(".md"))) reads = rememberReads(read);
      make(control.signal)
        .then(follower.made, (error: unknown) => {
          if (control.signal.aborted) return;
          const reason = `A mistake of quoin itself: ${error instanceof Error ? error.message : error}`;
          tell({
            work: "done",
            outcome: "failed",
            pages: good.pages,
            messages: [{ severity: "error", reason }],
          });
          follower.failed(error);
        })
        .finally(() => {
          // The next document finds a tab that has its scripts and faces.
          if (current === control) browser.warm(lastDocument);
        });
    },
    fileAt: kept.fileAt,
    files: () => files,
    state: () => state,
  };
}

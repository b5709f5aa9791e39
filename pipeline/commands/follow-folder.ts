import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { VFileMessage } from "vfile-message";
import type { OpenTypesetter } from "../edges/browser.js";
import { findTheme } from "../edges/find-theme.js";
import type { LinkTo } from "../preview/show-messages.js";
import { showMessages } from "../preview/show-messages.js";
import type { PreviewState, ShownPage } from "../preview/state.js";
import type { Typeset, Typesetter } from "../publication.js";
import { publish } from "../publish.js";
import { distinct, isFailure } from "../report.js";
import type { Terminal } from "./command.js";
import { load } from "./load.js";

/** What came of one state of a publication folder. */
export interface Outcome {
  readonly outcome: PreviewState["outcome"];
  readonly messages: readonly VFileMessage[];
  readonly pages: number;
  /** Milliseconds until the pages were there, and until all was. */
  readonly paged: number;
  readonly whole: number;
}

/** A publication folder that is made anew as often as it changes. */
export interface Following {
  /** Make the folder as it is now; what is being made of an earlier state is given up. */
  remake(): void;
  /** The bytes at an address of the state that was told last, or of the one before. */
  bytesAt(address: string): Uint8Array | undefined;
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

const empty: PreviewState = {
  title: "",
  work: "going",
  outcome: "good",
  pages: [],
  parts: {},
  messages: [],
};

/** Follow a publication folder: keep its last good pages and book, and what is wrong now. */
export function followFolder(
  folder: string,
  terminal: Terminal,
  browser: OpenTypesetter,
  follower: Follower,
): Following {
  let state = empty;
  /** What stands when a manuscript cannot be made. */
  let good = empty;
  let files: ReadonlySet<string> = new Set(["publication.yaml"]);
  let current: AbortController | undefined;
  const bytes = new Map<string, Uint8Array>();

  const tell = (change: Partial<PreviewState>) => {
    const before = addressesOf(state);
    state = { ...state, ...change };
    const used = new Set([...before, ...addressesOf(state), ...addressesOf(good)]);
    for (const address of bytes.keys()) if (!used.has(address)) bytes.delete(address);
    follower.told(state);
  };
  const keep = (folderOfAddress: string, content: Uint8Array, extension: string): string => {
    const hash = createHash("sha256").update(content).digest("hex").slice(0, 20);
    const address = `/${folderOfAddress}/${hash}.${extension}`;
    bytes.set(address, content);
    return address;
  };
  const pagesOf = ({ pdf, pages, geometry }: Typeset): readonly ShownPage[] => {
    const address = keep("print", pdf, "pdf");
    const bleed = geometry.bleed * 0.75;
    return pages.map(({ index, folio, side, partId }) => ({
      pdf: address,
      index,
      bleed,
      folio,
      side,
      part: partId,
    }));
  };

  const make = async (signal: AbortSignal): Promise<Outcome> => {
    const start = terminal.clock();
    const since = () => Math.round(terminal.clock() - start);
    let paged = 0;
    tell({ work: "going" });
    const loaded = await load(folder, terminal);
    const { manuscript, theme } = loaded;
    signal.throwIfAborted();
    const themeFolder = manuscript && (await findTheme(manuscript.metadata.theme, folder));
    if (themeFolder) follower.dependsOn(themeFolder);
    const typesetter: Typesetter = {
      ...browser.typesetter,
      async typeset(document, watcher) {
        const set = await browser.typesetter.typeset(document, { ...watcher, signal });
        if (!isFailure(set.messages, "lenient")) {
          paged = since();
          tell({ pages: pagesOf(set) });
        }
        return set;
      },
    };
    const pause = async () => {
      signal.throwIfAborted();
      await setImmediate();
    };
    const tools = { typesetter, progress: () => {}, pause, clock: terminal.clock };
    const published =
      manuscript && theme && !isFailure(loaded.messages, "lenient")
        ? await publish(manuscript, theme, ["screen", "epub"], tools)
        : undefined;
    signal.throwIfAborted();
    const messages = distinct([...loaded.messages, ...(published?.messages ?? [])]);
    files = new Set([
      "publication.yaml",
      ...(manuscript?.sources ?? []).map(({ path }) => path),
      ...messages.flatMap(({ file }) => file ?? []),
    ]);
    const told = { messages: showMessages(messages, follower.linkTo), work: "done" } as const;
    const book = published?.artifacts.find(({ kind }) => kind === "epub");
    if (!published || !book) {
      const title = manuscript?.metadata.title ?? state.title;
      tell({ ...told, title, outcome: "failed", pages: good.pages });
      return { outcome: "failed", messages, pages: 0, paged, whole: since() };
    }
    good = {
      ...state,
      ...told,
      outcome: "good",
      title: published.publication.metadata.title,
      parts: Object.fromEntries(published.publication.parts.map(({ id, title }) => [id, title])),
      book: keep("book", book.bytes, "epub"),
    };
    tell(good);
    return { outcome: "good", messages, pages: state.pages.length, paged, whole: since() };
  };

  return {
    remake() {
      current?.abort(new Error("The folder has changed again"));
      const control = new AbortController();
      current = control;
      make(control.signal)
        .then(follower.made, (error: unknown) => {
          if (!control.signal.aborted) follower.failed(error);
        })
        // The next document finds a tab that has its scripts already.
        .finally(() => {
          if (current === control) browser.warm();
        });
    },
    bytesAt: (address) => bytes.get(address),
    files: () => files,
    state: () => state,
  };
}

function addressesOf({ pages, book }: PreviewState): readonly string[] {
  return [...new Set(pages.map(({ pdf }) => pdf)), ...(book === undefined ? [] : [book])];
}

import type { VFileMessage } from "vfile-message";
import type { Aside } from "./aside.js";
import type { Cache, Cached } from "./cache.js";
import type { PressProfile } from "./press-profile.js";
import type { SheetGeometry, TypesetterChoice, TypesetterName } from "./print-document.js";
import type { OpenSpool, Spooled } from "./spool.js";
import type { Theme } from "./theme.js";
import type { StartThread } from "./thread.js";
import type { PageMap, PrintPages, Reached, Typesetter } from "./typesetter.js";
import type { Publication } from "./work.js";

/** Progress of long work; the command line decides how to show it. */
export type Progress =
  | { readonly stage: string; readonly done: number; readonly total?: number }
  | { readonly stage: string; readonly finished: true; readonly ms: number; readonly cached?: Cached };

/** How far the setting of a document is. */
export interface Setting extends Omit<Reached, "step"> {
  readonly edition: Edition;
  /** `begun` comes once for each document, then the steps of its typesetter, `printing` of any, and `printed` unless it fails. */
  readonly is: "begun" | Reached["step"] | "printed";
  /** Its pages are those of another edition, which is set: until they are printed nothing is counted. */
  readonly shared?: true;
  readonly typesetter: TypesetterName;
  /** Of its HTML. */
  readonly characters: number;
  readonly geometry: SheetGeometry;
  /** How many pages it has; blank ones are counted from `printing` on. Undefined until all are laid out. */
  readonly all?: number;
}

/** What a writer is handed from outside. */
export interface Tools {
  readonly typesetter: Typesetter;
  /** The printer's profile; only the press edition asks for it. */
  readonly profile?: PressProfile;
  readonly progress: (progress: Progress) => void;
  /** Told how far the setting of each document is; where nobody is, no pages are counted. */
  readonly setting?: (setting: Setting) => void;
  /** Let what waits for an answer have it; to be called between pieces of long work. */
  readonly pause: () => Promise<unknown>;
  /** Said as soon as it is known that pages must be set: a browser starts while Markdown is read. */
  readonly warm?: () => void;
  /** Said before long arithmetic begins: what is compiled from then on is worth optimising. */
  readonly settleIn?: () => void;
  /** Loads what all pages go through, so often that what is compiled of it is worth optimising. */
  readonly loadOptimised?: <Loaded>(load: () => Promise<Loaded>) => Promise<Loaded>;
  /** A second thread for what is long; without it all is done in place. */
  readonly aside?: Aside;
  /** Lets a second processor do a part of long arithmetic; without it all is done here. */
  readonly startThread?: StartThread;
  /** Where large files wait for their places; without it in memory. */
  readonly spool?: OpenSpool;
  /** Whether heavy images may stay out of the browser, and be put into the file when it is saved: nobody looks at the prints themselves. */
  readonly swapImages?: true;
  /** What earlier runs kept; without it everything is made anew. */
  readonly cache?: Cache;
  /** Milliseconds since some moment, for the lengths of stages; never for what is written. */
  readonly clock: () => number;
  /** The pages of the print edition, set beside this one or kept of the last time; not there where nobody asked for them. */
  readonly printPages?: Promise<PrintPages>;
  /** The pages of the last typesetting, of whatever content it was. */
  readonly keptPages?: PageMap;
}

/** The work as issued for one use; as on the command line: `--only epub`. */
export type Edition = "screen" | "press" | "epub";

/** A named file with a media type. */
export interface Artifact {
  readonly kind: "screen-pdf" | "press-pdf" | "cover-pdf" | "epub" | "preflight";
  /** File name, without a folder. */
  readonly name: string;
  readonly mediaType: string;
  readonly file: Spooled;
  /** Pages of a PDF. */
  readonly pages?: number;
}

/** What a writer returns: its artifacts, or messages that say why there are none. */
export interface Written {
  readonly artifacts?: readonly Artifact[];
  /** What set the pages, where it makes a PDF. */
  readonly typesetter?: TypesetterChoice;
  readonly messages: readonly VFileMessage[];
}

/** One output format. */
export interface Writer {
  readonly edition: Edition;
  write(publication: Publication, theme: Theme, tools: Tools): Promise<Written>;
}

import type { Way } from "./launch.js";

/** Pages that a document may have where nothing else is said. */
export const defaultPageLimit = 3000;

/** Characters of HTML from which Chromium's own pagination sets a document in two runs: some 50 pages. Whatever the machine, the same bytes must come of it. */
export const longDocument = 200_000;

/** What may be set about the typesetter; all of it has a default. */
export interface TypesetterOptions {
  /** Ends the browser at once, whatever it does. */
  readonly signal?: AbortSignal;
  /** Is told, before each piece of work, of the browser that does it. */
  readonly onWork?: (way: Way) => void;
  /** Pages that a document may have: 3000 where not given. */
  readonly pageLimit?: number;
  /** Milliseconds that a document may take, to which its length adds: 180,000 where not given. */
  readonly timeLimit?: number;
  /** Megabytes that the browser may hold while it works on a document: 4000 where not given. Only Linux shows them. */
  readonly memoryLimit?: number;
  /** What documents have in common: those of one work wait at once for the faces that the one before had on its pages alone. */
  readonly documents?: "of-one-work";
}

/** Name what decides over pages: the build of the browser, and how many of them it may set. */
export function nameTypesetter(
  build: string | undefined,
  { pageLimit = defaultPageLimit }: Pick<TypesetterOptions, "pageLimit">,
): string {
  // Without a browser nothing is found under this name, and its first use says what is missing.
  return `${build ?? "none"}\nup to ${pageLimit} pages`;
}

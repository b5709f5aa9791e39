import type { EditionFile } from "./edition.js";

/** An artifact on both sides, or on one: sizes and pages. */
export interface FileChange {
  readonly kind: EditionFile["kind"];
  readonly old?: EditionFile;
  readonly new?: EditionFile;
}

/** Put the artifacts of two sides beside one another, edition by edition; changed or not. */
export function compareFiles(
  before: readonly EditionFile[],
  after: readonly EditionFile[],
): readonly FileChange[] {
  const kinds = [...new Set([...before, ...after].map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const [old, now] = [before, after].map((files) => files.find((file) => file.kind === kind));
    return { kind, ...(old && { old }), ...(now && { new: now }) };
  });
}

/** Say whether both sides have the same files, byte for byte. */
export function areSame(files: readonly FileChange[]): boolean {
  return files.every(({ old, new: now }) => old?.sha256 === now?.sha256);
}

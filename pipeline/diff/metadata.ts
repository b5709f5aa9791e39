import type { BookReading } from "./edition.js";

/** A statement of the package document that changed: title, author, identifier. */
export interface MetadataChange {
  readonly name: string;
  readonly old: string;
  readonly new: string;
}

/** Compare what two books say of themselves. */
export function compareMetadata(before: BookReading, after: BookReading): readonly MetadataChange[] {
  const names = new Set([...before.metadata.keys(), ...after.metadata.keys()]);
  return [...names]
    .map((name) => ({
      name,
      old: before.metadata.get(name) ?? "",
      new: after.metadata.get(name) ?? "",
    }))
    .filter((change) => change.old !== change.new);
}

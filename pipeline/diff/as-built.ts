import type { BuildRecord, EditionFile } from "./edition.js";

interface Side {
  readonly files: readonly EditionFile[];
  readonly record?: BuildRecord;
  /** The kinds of files that were built for the comparison, where they were; else whatever lay there. */
  readonly built?: readonly EditionFile["kind"][];
}

/** Rules that only an edition for the printer is held to. */
const ofPress = /^(?:press-|cover-crowded$)/;

/**
 * Leave out of a side what nobody built of the other: a printer's files, and their messages, are not gone because a comparison does
 * not make them.
 */
export function asBuilt<S extends Side>(side: S, { built }: Side): S {
  if (!built) return side;
  const files = side.files.filter(({ kind }) => built.includes(kind));
  const messages = side.record?.messages.filter(({ ruleId }) => !ofPress.test(ruleId ?? ""));
  return { ...side, files, ...(messages && { record: { messages } }) };
}

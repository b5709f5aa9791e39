import JSZip from "jszip";
import { type Reference, referencesOf } from "../write/epub/references.js";

/** A note, and the calls of it, by their places in the book: `OEBPS/notes.xhtml#fn-3`. */
export interface CalledNote {
  readonly note: string;
  readonly calls: readonly string[];
}

/** Find the first note of a book that is called more than once. Throws where there is none. */
export async function noteCalledTwice(book: Uint8Array): Promise<CalledNote> {
  const calls = referencesOf(await documentsOf(book)).filter(({ role }) => role === "doc-noteref");
  const to = calls.find((call, index) => calls.findIndex((other) => other.to === call.to) < index)?.to;
  if (to === undefined) throw new Error("Expected a note that is called twice");
  return { note: `OEBPS/${to}`, calls: calls.filter((call) => call.to === to).map(placeOf) };
}

function placeOf({ from, id }: Reference): string {
  return `OEBPS/${from}#${id}`;
}

async function documentsOf(book: Uint8Array): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(book);
  const documents = Object.values(zip.files).filter(({ name }) => name.endsWith(".xhtml"));
  return new Map(
    await Promise.all(documents.map(async (file) => [file.name, await file.async("string")] as const)),
  );
}

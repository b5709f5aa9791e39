import JSZip from "jszip";
import type { Publication, Tools } from "../../../pipeline/publication.js";
import { epub } from "../../../pipeline/write/epub.js";
import { flatJpeg } from "../../support/jpeg.js";
import { reportTheme } from "../../support/report-theme.js";
import { samplePublication } from "../../support/sample-publication.js";

/** Tools whose typesetter pictures every cover grey. */
export const tools: Tools = {
  typesetter: {
    typeset: () => Promise.reject(new Error("An e-book is not set into pages")),
    picture: async (_, width, height) => flatJpeg(width, height),
  },
  progress: () => undefined,
  pause: async () => undefined,
  clock: () => 0,
};

/** Write a publication, the sample where none is given, and hand back the bytes of its EPUB. */
export async function writeBook(publication: Publication = samplePublication()): Promise<Uint8Array> {
  const [artifact] = (await epub.write(publication, await reportTheme(), tools)).artifacts ?? [];
  if (!artifact) throw new Error("Expected an artifact");
  return artifact.file.read();
}

/** Unpack an EPUB into its files by path, texts as text. */
export async function filesOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(bytes);
  const files = new Map<string, string>();
  for (const [name, entry] of Object.entries(zip.files)) files.set(name, await entry.async("string"));
  return files;
}

/** Break a book: change one of its files, which must change. */
export async function broken(
  bytes: Uint8Array,
  name: string,
  change: (text: string) => string,
): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  const text = await zip.file(name)?.async("string");
  if (text === undefined || change(text) === text) throw new Error(`Nothing to break in ${name}`);
  zip.file(name, change(text));
  return zip.generateAsync({ type: "uint8array" });
}

import { Buffer } from "node:buffer";
import type { Archive } from "../archive.js";
import { Unreadable } from "../unreadable.js";
import { completeRelationships } from "./complete-relationships.js";
import type { WordDocument } from "./model.js";
import { type Parts, relationshipsOf } from "./parts.js";

const pictures = /\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?|emf|wmf|emz|wmz|wdp|jxr)$/i;

/**
 * Let mammoth read a document whose parts were made ready.
 *
 * A picture's content is its own path here, so that pictures are unpacked once, by the archive that counts.
 */
export async function readModel(
  archive: Archive,
  { related }: Parts,
  prepared: ReadonlyMap<string, string>,
): Promise<WordDocument> {
  const [{ default: JSZip }, { default: mammoth }] = await Promise.all([import("jszip"), import("mammoth")]);
  const needed = new Set(["styles", "numbering"].flatMap((kind) => related.get(kind) ?? []));
  const zip = new JSZip();
  for (const [name, part] of prepared) {
    const path = relationshipsOf(name);
    zip.file(name, part);
    const relationships = completeRelationships(await archive.text(path), part);
    if (relationships !== "") zip.file(path, relationships);
  }
  for (const name of archive.names) {
    if (zip.file(name)) continue;
    if (pictures.test(name)) zip.file(name, name);
    else if (needed.has(name) || /\.rels$|^\[Content_Types\]\.xml$/i.test(name))
      zip.file(name, await archive.text(name));
  }
  const bytes = await zip.generateAsync({ type: "nodebuffer", compression: "STORE" });
  let model: WordDocument | undefined;
  const transformDocument = (document: WordDocument) => {
    model = document;
    return { ...document, children: [] };
  };
  const options = { transformDocument, includeEmbeddedStyleMap: false };
  await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options).catch((error: unknown) => {
    const [reason = ""] = error instanceof Error ? error.message.split("\n") : [String(error)];
    throw new Unreadable(`Unreadable Word document: ${reason}`);
  });
  if (!model) throw new Unreadable("Unreadable Word document: nothing in it");
  return model;
}

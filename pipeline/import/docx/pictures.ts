import type { Nodes, RootContent } from "mdast";
import { visit } from "unist-util-visit";
import type { Archive } from "../archive.js";
import type { Finding, Origin } from "../importer.js";
import type { Block, Inline, Picture, WordDocument } from "./model.js";

declare module "unist" {
  interface Data {
    /** Why a placeholder stands for a picture. */
    missing?: string;
  }
}

/** Unpack every picture that the document and its notes show; the model says only where it lies (read-model.ts). */
export async function pictureBytes(
  document: WordDocument,
  archive: Archive,
): Promise<ReadonlyMap<Picture, { readonly path: string; readonly bytes: Uint8Array | undefined }>> {
  const found: Picture[] = [];
  const notes = new Set<string>();
  const walk = (node: Block | Inline) => {
    if (node.type === "image") found.push(node);
    else if (node.type === "noteReference") {
      const key = `${node.noteType} ${node.noteId}`;
      if (notes.has(key)) return;
      notes.add(key);
      document.notes.resolve(node)?.body.forEach(walk);
    } else if (node.type === "table")
      for (const row of node.children) for (const cell of row.children) cell.children.forEach(walk);
    else if ("children" in node) node.children.forEach(walk);
  };
  document.children.forEach(walk);
  const unpacked = new Map<string, Uint8Array | undefined>();
  const all = new Map<Picture, { path: string; bytes: Uint8Array | undefined }>();
  for (const picture of found) {
    const path = new TextDecoder().decode(await read(picture));
    if (!unpacked.has(path)) unpacked.set(path, await archive.bytes(path));
    all.set(picture, { path: path || "a picture that the document only names", bytes: unpacked.get(path) });
  }
  return all;
}

/** A picture whose file is not in the archive makes mammoth throw before it promises anything. */
async function read(picture: Picture): Promise<Uint8Array> {
  try {
    return await picture.readAsBuffer();
  } catch {
    return new Uint8Array();
  }
}

/** Tell of pictures that are not there, and of those that say nothing in words. */
export function missingPictures(
  roots: readonly RootContent[],
  originOf: (node: Nodes) => Origin,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const root of roots)
    visit(root, "image", (node) => {
      const at = { from: originOf(root), to: { node } };
      if (node.data?.missing !== undefined) {
        const reason = `A picture could not be brought in, and a placeholder stands for it: ${node.data.missing}`;
        findings.push({ rule: "import-picture-missing", reason, ...at });
      }
      if (!node.alt)
        findings.push({
          rule: "import-alt-missing",
          reason: "A picture does not say in words what it shows",
          ...at,
        });
    });
  return findings;
}

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

/** Unpack every picture that the document shows; the model says only where it lies (read-model.ts). */
export async function pictureBytes(
  document: WordDocument,
  archive: Archive,
): Promise<ReadonlyMap<Picture, { readonly path: string; readonly bytes: Uint8Array | undefined }>> {
  const found: Picture[] = [];
  const walk = (node: Block | Inline) => {
    if (node.type === "image") found.push(node);
    else if (node.type === "table")
      for (const row of node.children) for (const cell of row.children) cell.children.forEach(walk);
    else if ("children" in node) node.children.forEach(walk);
  };
  document.children.forEach(walk);
  const unpacked = new Map<string, Uint8Array | undefined>();
  const all = new Map<Picture, { path: string; bytes: Uint8Array | undefined }>();
  for (const picture of found) {
    const path = new TextDecoder().decode(await picture.readAsBuffer().catch(() => new Uint8Array()));
    if (!unpacked.has(path)) unpacked.set(path, await archive.bytes(path));
    all.set(picture, { path: path || "a picture that the document only names", bytes: unpacked.get(path) });
  }
  return all;
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

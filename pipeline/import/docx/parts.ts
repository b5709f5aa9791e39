import type { Archive } from "../archive.js";
import { Unreadable } from "../unreadable.js";
import { descendants, parseXml } from "../xml.js";

/** Where the parts of a Word document lie in its archive (ECMA-376, part 2, clause 9: relationships). */
export interface Parts {
  readonly document: string;
  readonly properties?: string;
  /** By the last word of their kind: `footnotes`, `styles`; several headers and footers. */
  readonly related: ReadonlyMap<string, readonly string[]>;
}

/** Find the parts by their relationships; throws Unreadable where the archive is no Word document. */
export async function findParts(archive: Archive): Promise<Parts> {
  const top = await relationships(archive, "");
  const [document] = top.get("officeDocument") ?? [];
  if (document === undefined || !archive.names.includes(document))
    throw new Unreadable("Unexpected archive without a document in it, expected a Word document (.docx)");
  const [properties] = top.get("core-properties") ?? [];
  const related = await relationships(archive, document);
  return { document, related, ...(properties !== undefined && { properties }) };
}

/** Name the file in which the relationships of a part stand; of the package itself, where the part is empty. */
export function relationshipsOf(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

async function relationships(
  archive: Archive,
  part: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const text = await archive.text(relationshipsOf(part));
  const found = new Map<string, string[]>();
  for (const { name, attributes } of descendants(parseXml(text))) {
    const { Type, Target, TargetMode } = attributes;
    if (name !== "Relationship" || !Type || !Target || TargetMode === "External") continue;
    const kind = Type.slice(Type.lastIndexOf("/") + 1);
    const path = Target.startsWith("/") ? Target.slice(1) : resolved(folder, Target);
    found.set(kind, [...(found.get(kind) ?? []), path]);
  }
  return found;
}

function resolved(folder: string, target: string): string {
  const steps = folder.split("/").filter((step) => step !== "");
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
}

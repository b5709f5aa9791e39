import type { Nodes, RootContent } from "mdast";
import { canonicalLanguage } from "../../metadata/language.js";
import { type Archive, openArchive } from "../archive.js";
import type { Finding, Imported, Origin } from "../importer.js";
import { guardSize } from "../structure/guard-size.js";
import { settleNoteLinks } from "../structure/note-links.js";
import { gatherPictures } from "../structure/picture.js";
import { splitChapters } from "../structure/split-chapters.js";
import { blocksOf } from "./blocks.js";
import type { Draft } from "./draft.js";
import { dropEmptyCalls } from "./empty-notes.js";
import { takeFurniture } from "./furniture.js";
import { itemNumbers } from "./item-numbers.js";
import { readNotes } from "./notes.js";
import { findParts, type Parts } from "./parts.js";
import { missingPictures, pictureBytes } from "./pictures.js";
import { type Prepared, prepare } from "./prepare.js";
import { readProperties } from "./properties.js";
import { readModel } from "./read-model.js";
import { resolveReferences } from "./references.js";
import { readStyles } from "./styles.js";
import { tellComments } from "./tell-comments.js";
import { tellPrepared } from "./tell-prepared.js";
import { takeTitlePage } from "./title-page.js";

/** Make a publication of a Word document; throws Unreadable. */
export async function importDocx(bytes: Uint8Array, file: string): Promise<Imported> {
  const archive = await openArchive(bytes);
  const parts = await findParts(archive);
  const prepared = await preparedParts(archive, parts);
  const styles = readStyles(await textOfKind(archive, parts, "styles"));
  const document = await readModel(
    archive,
    parts,
    new Map([...prepared.values()].map(({ path, xml }) => [path, xml])),
  );
  const draft: Draft = {
    file,
    document,
    styles,
    pictures: gatherPictures(),
    pictureBytes: await pictureBytes(document, archive),
    notes: new Map(),
    noteLabels: new Map(),
    noteCounts: { footnote: 0, endnote: 0 },
    anchors: new Map(),
    noteAnchors: new Map(),
    itemNumbers: numbersByPlace(prepared, await textOfKind(archive, parts, "numbering")),
    nodes: new Map(),
    origins: new Map(),
    findings: [],
  };
  const properties = readProperties(parts.properties ? await archive.text(parts.properties) : "", file);
  const page = takeTitlePage(document.children, draft);
  const blocks = blocksOf(page.rest, draft);
  guardSize([{ type: "root", children: blocks }]);
  readNotes(draft);
  const roots: RootContent[] = [...blocks, ...draft.notes.values()];
  const originOf = (node: Nodes): Origin => draft.origins.get(node) ?? { file };
  const referenced = resolveReferences(roots, draft, originOf);
  const language = canonicalLanguage(styles.language ?? "");
  const overruled = new Set(Object.keys(page.metadata));
  const metadata = {
    ...(language !== undefined && { language }),
    ...properties.metadata,
    ...page.metadata,
  };
  const { text: comments, findings: commented } = tellComments(
    await textOfKind(archive, parts, "comments"),
    [...prepared],
    draft,
  );
  const furniture = await takeFurniture(archive, parts, file);
  const work = splitChapters({ metadata, blocks, notes: draft.notes, originOf }, file);
  const noted = settleNoteLinks(work.chapters);
  const findings: Finding[] = [
    ...properties.findings.filter(({ to }) => !(to && "key" in to && overruled.has(String(to.key[0])))),
    ...draft.findings,
    ...referenced,
    ...noted,
    ...dropEmptyCalls(roots, draft),
    ...[...prepared].flatMap(([part, one]) => tellPrepared(part, one, draft)),
    ...commented,
    ...missingPictures(roots, originOf),
    ...furniture.findings,
    ...work.findings,
  ];
  const words = [...[...prepared.values()].map((one) => one.words), comments, furniture.text].join("\n");
  return { metadata: work.metadata, chapters: work.chapters, images: draft.pictures.files, findings, words };
}

async function preparedParts(
  archive: Archive,
  { document, related }: Parts,
): Promise<ReadonlyMap<string, Prepared & { readonly path: string }>> {
  const made = new Map<string, Prepared & { path: string }>();
  const all = [
    ["d", document],
    ["f", related.get("footnotes")?.[0]],
    ["e", related.get("endnotes")?.[0]],
  ] as const;
  for (const [part, path] of all)
    if (path !== undefined) made.set(part, { path, ...prepare(await archive.text(path), part) });
  return made;
}

/** Every part counts by itself. */
function numbersByPlace(
  prepared: ReadonlyMap<string, Prepared>,
  numbering: string,
): ReadonlyMap<string, number> {
  return new Map(
    [...prepared].flatMap(([part, { listed }]) =>
      [...itemNumbers(listed, numbering)].map(([paragraph, n]) => [`${part}:${paragraph}`, n] as const),
    ),
  );
}

async function textOfKind(archive: Archive, { related }: Parts, kind: string): Promise<string> {
  const [path] = related.get(kind) ?? [];
  return path === undefined ? "" : archive.text(path);
}

import { toMdast } from "hast-util-to-mdast";
import type { FootnoteDefinition, Nodes, RootContent } from "mdast";
import { visit } from "unist-util-visit";
import { missingPictures } from "../docx/pictures.js";
import { resolveReferences } from "../docx/references.js";
import type { Finding, Imported, ImportedMetadata, Origin } from "../importer.js";
import { resolved } from "../markup/paths.js";
import { labelKey } from "../structure/caption.js";
import { guardSize } from "../structure/guard-size.js";
import { settleNoteLinks } from "../structure/note-links.js";
import { gatherPictures, type Pictures } from "../structure/picture.js";
import { splitChapters } from "../structure/split-chapters.js";
import { printedText } from "../words.js";
import { markAnchors } from "./anchors.js";
import { bytesOfDataUrl } from "./data-url.js";
import { isCall, originOf as originIn, takeFurniture, type WebDocument } from "./document.js";
import { handlers, type Told } from "./handlers.js";
import { takeNotes } from "./notes.js";
import { markRaisedCalls } from "./raised-calls.js";
import { wordsOf } from "./tree.js";

/** Pages in reading order, and what is known of them. */
export interface WebWork {
  readonly name: string;
  readonly documents: readonly WebDocument[];
  readonly metadata: ImportedMetadata;
  readonly findings: readonly Finding[];
  /** Words of the metadata. */
  readonly words: readonly string[];
  /** Bytes of every picture that the documents show, by its path. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/** Make a publication of pages of HTML; the documents are changed in place. */
export function importWeb({
  name,
  documents,
  metadata,
  findings,
  words,
  pictures: bytes,
}: WebWork): Imported {
  const callIds = markRaisedCalls(documents);
  const text = documents.map(({ tree }) => wordsOf(tree, isCall));
  const { notes: taken, findings: around } = takeNotes(documents, callIds);
  // The way back from a note stands in the note, and is taken out there too.
  const inNotes = taken.map(
    ({ element, document }): WebDocument => ({
      path: document.path,
      tree: { type: "root", children: [element] },
    }),
  );
  const furniture = [...documents, ...inNotes].flatMap(takeFurniture);
  markAnchors(documents, inNotes);
  const told: Told = { anchors: new Map(), labels: [], formulas: [] };
  const pictures = gatherPictures();
  const origins = new Map<Nodes, Origin>();
  const convert = (tree: Parameters<typeof toMdast>[0], path: string): RootContent[] => {
    const known = told.formulas.length;
    const root = toMdast(tree, { handlers: handlers(told), document: true });
    const children = root.type === "root" ? root.children : [root as RootContent];
    for (const child of children)
      visit(child as Nodes, (node) => {
        const start = node.position?.start;
        origins.set(node, start ? { file: path, line: start.line, column: start.column } : { file: path });
        if (node.type === "image") placePicture(node, path, pictures, bytes);
      });
    // Signs in a line become part of the text around them, which has no place of their own.
    for (const { node, element } of told.formulas.slice(known))
      origins.set(node, originIn({ path }, element));
    return children;
  };
  const blocks = documents.flatMap(({ tree, path }) => convert(tree, path));
  guardSize([{ type: "root", children: blocks }]);
  const notes = new Map(
    taken.map(({ label, element, document }) => {
      const children = convert(
        { type: "root", children: element.children },
        document.path,
      ) as FootnoteDefinition["children"];
      trimEnd(children.at(-1));
      const data = { printed: children.map(printedText).join("\n") };
      return [
        label,
        { type: "footnoteDefinition", identifier: label, label, children, data } as FootnoteDefinition,
      ];
    }),
  );
  const originOf = (node: Nodes): Origin => origins.get(node) ?? { file: name };
  const roots: RootContent[] = [...blocks, ...notes.values()];
  const labels = told.labels.map(({ label, node }): Finding => {
    if (node.type === "containerDirective") told.anchors.set(labelKey(label), node);
    const reason = `Took \`${label}\` off a caption: quoin numbers it`;
    return { rule: "import-caption-prefix", reason, from: originOf(node), to: { node }, dropped: label };
  });
  const formulas = told.formulas.map(({ node, tex }): Finding => {
    const place = { from: originOf(node), to: { node } };
    if (tex !== undefined)
      return {
        rule: "import-formula",
        reason: `A formula became TeX, with the same signs and fractions, roots and scripts: ${tex}`,
        ...place,
      };
    const reason = "A formula became a line of its signs: set it anew, as TeX or as a picture";
    return { rule: "import-equation", reason, ...place };
  });
  const referenced = resolveReferences(roots, { anchors: told.anchors, noteAnchors: new Map() }, originOf);
  const work = splitChapters({ metadata, blocks, notes, originOf }, name);
  const toNotes = settleNoteLinks(work.chapters);
  return {
    metadata: work.metadata,
    chapters: work.chapters,
    images: pictures.files,
    findings: [
      ...findings,
      ...around,
      ...furniture,
      ...labels,
      ...formulas,
      ...referenced,
      ...toNotes,
      ...missingPictures(roots, originOf),
      ...work.findings,
    ],
    words: [...words, ...text].join("\n"),
  };
}

/** What stood before the way back from a note is a space now. */
function trimEnd(block: RootContent | undefined): void {
  const last = block?.type === "paragraph" ? block.children.at(-1) : undefined;
  if (last?.type === "text") last.value = last.value.trimEnd();
}

function placePicture(
  image: Extract<Nodes, { type: "image" }>,
  path: string,
  pictures: Pictures,
  bytes: ReadonlyMap<string, Uint8Array>,
): void {
  const key = /^[a-z]+:/i.test(image.url) ? image.url : resolved(path, image.url);
  const { url, problem } = pictures.take(key, bytes.get(key) ?? bytesOfDataUrl(key));
  image.url = url;
  if (problem !== undefined)
    image.data = {
      ...image.data,
      missing: `${key.length > 200 ? `${key.slice(0, 200)}…` : key}: ${problem}`,
    };
}

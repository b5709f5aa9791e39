import { PDFDict, type PDFDocument, PDFName, PDFStream } from "@cantoo/pdf-lib";
import { streamText } from "../content/page-content.js";
import { noPause, type Pause, paced } from "../paced.js";
import { get, textOf } from "../values.js";
import { type AnnotationFacts, readAnnotations } from "./read-annotations.js";
import { type ContentFacts, readContents } from "./read-contents.js";
import { type FontFacts, readFonts } from "./read-fonts.js";
import { readParentTree } from "./read-parent-tree.js";
import { readStructure, type StructureElement } from "./read-structure.js";

/** What rules look at; read once for all of them. */
export interface Facts {
  readonly pdf: PDFDocument;
  readonly catalog: PDFDict;
  /** The document's language. */
  readonly language: string | undefined;
  /** The XMP packet. */
  readonly metadata: string | undefined;
  readonly structureRoot: PDFDict | undefined;
  /** All elements of the structure tree, in its order. */
  readonly elements: readonly StructureElement[];
  /** What is mapped to what; names without a slash. */
  readonly roles: ReadonlyMap<string, string>;
  readonly contents: readonly ContentFacts[];
  readonly annotations: readonly AnnotationFacts[];
  readonly fonts: readonly FontFacts[];
}

/** Read the facts of a PDF. */
export async function readFacts(pdf: PDFDocument, pause: Pause = noPause): Promise<Facts> {
  const { catalog } = pdf;
  const metadata = get(catalog, "Metadata");
  const structureRoot = get(catalog, "StructTreeRoot");
  const root = structureRoot instanceof PDFDict ? structureRoot : undefined;
  const roles = readRoles(root);
  const elements = root ? readStructure(pdf, root, roles) : [];
  const byDictionary = new Map(elements.map((element) => [element.dictionary, element]));
  const parents = readParentTree(root);
  await pause();
  const contents: ContentFacts[] = [];
  for await (const facts of paced(readContents(pdf, parents, byDictionary), pause)) contents.push(facts);
  const fonts: FontFacts[] = [];
  for await (const font of paced(readFonts(contents), pause, 1)) fonts.push(font);
  return {
    pdf,
    catalog,
    language: textOf(catalog.get(PDFName.of("Lang"))) || undefined,
    metadata:
      metadata instanceof PDFStream
        ? Buffer.from(streamText(metadata), "latin1").toString("utf8")
        : undefined,
    structureRoot: root,
    elements,
    roles,
    contents,
    annotations: readAnnotations(pdf, parents, byDictionary),
    fonts,
  };
}

function readRoles(root: PDFDict | undefined): ReadonlyMap<string, string> {
  const map = root && get(root, "RoleMap");
  if (!(map instanceof PDFDict)) return new Map();
  return new Map(
    map
      .entries()
      .flatMap(([from, to]) => (to instanceof PDFName ? [[from.decodeText(), to.decodeText()]] : [])),
  );
}

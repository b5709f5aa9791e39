import {
  PDFCatalog,
  PDFContext,
  type PDFDocument,
  PDFName,
  PDFPageLeaf,
  PDFPageTree,
  PDFRef,
} from "@cantoo/pdf-lib";
import type { Print } from "../../../publication.js";
import { documentOf, loadPrinted, readPrinted } from "../finish/load-printed.js";
import { putImages } from "../fpo/put-images.js";
import { noPause, type Pause } from "../paced.js";
import { toName } from "../values.js";
import { joinTags } from "./join-tags.js";
import { restoreKeys } from "./restore-keys.js";
import type { Run } from "./run.js";
import { setTagsApart } from "./set-tags-apart.js";
import { shareFonts } from "./share-fonts.js";

/**
 * Open the runs of one document as one PDF: their pages and links, one after another, under one tree of tags, their glyphs by one font for
 * each face. Each call makes a document of its own; what is large stays in the prints until it is asked for. Throws where a print cannot be read.
 */
export async function openPrints(prints: readonly Print[], pause: Pause = noPause): Promise<PDFDocument> {
  const [first] = prints;
  if (!first) throw new Error("There is nothing to open");
  const pdf = await (prints.length === 1 && !first.hasLead
    ? loadPrinted(first.file, pause)
    : joinPrints(prints, pause));
  restoreKeys(pdf, prints);
  if (first.images) putImages(pdf, first.images);
  return pdf;
}

async function joinPrints(prints: readonly Print[], pause: Pause): Promise<PDFDocument> {
  const context = PDFContext.create();
  const read: Awaited<ReturnType<typeof readRun>>[] = [];
  for (const print of prints) read.push(await readRun(print, context, pause));
  const runs = read.map(({ run }) => run);
  await pause();
  setTagsApart(runs);
  await pause();
  shareFonts(runs, context);
  await pause();
  const Pages = joinPages(runs, context);
  const StructTreeRoot = joinTags(runs, context);
  // The catalog of the first says the rest for all.
  const [catalog, Info] = [runs[0]?.catalog ?? context.obj({}), read[0]?.information];
  for (const [key, ref] of Object.entries({ Pages, StructTreeRoot })) if (ref) catalog.set(toName(key), ref);
  return documentOf(context, { Root: context.register(catalog), Info });
}

/** Read a print into the context, but for its catalog and the page that leads it. */
async function readRun({ file, hasLead }: Print, context: PDFContext, pause: Pause) {
  const printed = await readPrinted(file, context, pause);
  const catalog = context.lookup(printed?.trailer.Root);
  if (!printed || !(catalog instanceof PDFCatalog))
    throw new Error("The print of a run is not written as a browser writes one");
  const { Root, Info } = printed.trailer;
  const lead = hasLead ? removeLead(catalog) : undefined;
  const left = new Set([Root, lead]);
  for (const ref of left) if (ref instanceof PDFRef) context.delete(ref);
  const objects = printed.objects.filter(([ref]) => !left.has(ref));
  return { run: { catalog, objects } satisfies Run, information: Info };
}

/** Take the first page out of the tree of pages; returns what refers to it. */
function removeLead(catalog: PDFCatalog): PDFRef | undefined {
  const leaves: PDFRef[] = [];
  catalog.Pages().traverse((node, ref) => {
    if (node instanceof PDFPageLeaf) leaves.push(ref);
  });
  catalog.removeLeafNode(0);
  return leaves[0];
}

/** Put the trees of pages under one root (ISO 32000-1, 7.7.3.2). */
function joinPages(runs: readonly Run[], context: PDFContext): PDFRef {
  const trees = runs.map(({ catalog }) => catalog.Pages());
  const Count = trees.reduce((sum, tree) => sum + tree.Count().asNumber(), 0);
  const Kids = runs.flatMap(({ catalog }) => catalog.get(toName("Pages")) ?? []);
  const entries = context.obj({ Type: "Pages", Count, Kids }).asMap();
  const root = context.register(PDFPageTree.fromMapWithContext(entries, context));
  for (const tree of trees) tree.set(PDFName.Parent, root);
  return root;
}

import type { Finding, Imported, ImportedMetadata, ImportTools } from "../importer.js";
import { guessLanguage } from "../language.js";
import { placeholder } from "../placeholder.js";
import { attachCalls } from "./attach-calls.js";
import { blocksOf } from "./blocks.js";
import { recogniseCaptions } from "./captions.js";
import { partsOf } from "./chapters.js";
import { dropContents } from "./contents.js";
import type { Decoded } from "./decode-text.js";
import { type Draft, finding, type Step } from "./draft.js";
import { excusePictures } from "./excuse-pictures.js";
import { dropFurniture } from "./furniture.js";
import { takeHeadMatter } from "./head-matter.js";
import { recogniseHeadings } from "./headings.js";
import { labelNotes, restartsByChapter } from "./labels.js";
import { areWrapped, linesOf } from "./lines.js";
import { recogniseLists } from "./lists.js";
import { withoutMarks } from "./marks.js";
import { takeNotesSections } from "./notes-section.js";
import { numberChapters } from "./number-chapters.js";
import { takePageNotes } from "./page-notes.js";
import { joinParagraphs } from "./paragraphs.js";
import { recognisePeople } from "./people.js";
import { lookAtQuotes } from "./quotes.js";
import { isProse } from "./sentences.js";
import { recogniseSeries } from "./series.js";
import { takeSignNotes } from "./sign-notes.js";
import { titleOf } from "./title.js";
import { treesOf } from "./trees.js";
import { unwrap } from "./unwrap.js";
import { learnUsage } from "./usage.js";

/** What is found out, in order: each step takes what the ones before it have left. */
const steps: readonly Step[] = [
  // Lines are still lines here, and a title page is read by its lines.
  takeHeadMatter,
  titleOf,
  unwrap,
  // Notes first: nothing in them is a heading, a caption or a list.
  takeNotesSections,
  takePageNotes,
  takeSignNotes,
  attachCalls,
  recogniseCaptions,
  // A series box and a biography begin with what looks like a heading.
  recogniseSeries,
  recognisePeople,
  recogniseHeadings,
  recogniseLists,
  // What is left is text: only now two of its pieces that follow each other may be one paragraph.
  joinParagraphs,
  numberChapters,
  excusePictures,
  lookAtQuotes,
];

/** Make a publication of plain text, by rules that hold for all texts that were copied out of pages. */
export async function importText(
  { text, findings }: Decoded,
  file: string,
  tools: ImportTools,
): Promise<Imported> {
  if (text === "") return { metadata: {}, chapters: [], images: [], findings, words: "" };
  const endless = longBlock(text, file);
  if (endless) return { metadata: {}, chapters: [], images: [], findings: [endless], words: "" };
  const language = tools.language ?? guessLanguage(text) ?? "en";
  const spelling = await tools.spelling(language);
  const start = startOf(text, file, findings);
  const draft = steps.reduce((draft, step) => step(draft), { ...start, ...(spelling && { spelling }) });
  const { parts, findings: divided } = partsOf(draft, language);
  const labels = labelNotes(draft, parts);
  const trees = treesOf(draft, parts, labels);
  const cover = coverOf(draft);
  const restarts: ImportedMetadata = restartsByChapter(labels) ? { notes: { numbering: "chapter" } } : {};
  const all = [...draft.findings, ...divided, ...trees.findings, ...cover.findings];
  return {
    metadata: { ...draft.metadata, ...cover.metadata, ...restarts },
    chapters: trees.chapters,
    images: [...trees.images, ...cover.images],
    findings: all.map((found): Finding => {
      const node = found.to ? undefined : trees.nodes.get(found.from?.line ?? 0);
      return node ? { ...found, to: { node } } : found;
    }),
    words: text,
  };
}

/** Characters between two empty lines: a chapter's notes may stand so, a book's text may not. */
const longestBlock = 500_000;

function longBlock(text: string, file: string): Finding | undefined {
  const widest = text.split(/\n\s*\n/).reduce((most, block) => Math.max(most, block.length), 0);
  if (widest <= longestBlock) return undefined;
  const reason = `Unexpected ${widest} characters without an empty line, expected at most ${longestBlock}`;
  return {
    rule: "import-unreadable",
    reason: `${reason}: no paragraph or list of notes is that long`,
    from: { file },
  };
}

/** Lines to blocks, without what belongs to pages and not to the text. */
function startOf(text: string, file: string, findings: readonly Finding[]): Draft {
  const bare = dropFurniture(linesOf(text), file);
  const { lines, listed, line, findings: contents } = dropContents(bare.lines, file);
  const wrapped = areWrapped(lines);
  const blocks = blocksOf(lines, wrapped);
  return {
    file,
    wrapped,
    metadata: {},
    items: blocks.map((block) => ({ ...block, kind: "text" as const })),
    notes: [],
    listed,
    ...(line !== undefined && { headEnds: line }),
    usage: learnUsage(blocks.map((block) => block.text).filter(isProse)),
    findings: [...findings, ...bare.findings, ...contents],
  };
}

function coverOf({ cover, ...draft }: Draft): Pick<Imported, "metadata" | "images" | "findings"> {
  if (!cover) return { metadata: {}, images: [], findings: [] };
  const image = "images/cover.svg";
  const credit = cover.credit === undefined ? {} : { credit: cover.credit };
  const reason = "A placeholder stands for the picture of the cover, whose caption the imprint prints";
  const to = { key: ["cover"] };
  return {
    metadata: { cover: { image, caption: withoutMarks(cover.text), ...credit } },
    images: [{ name: image, bytes: placeholder(900, 600) }],
    findings: [finding({ file: draft.file }, "import-picture-missing", cover.lines[0], reason, { to })],
  };
}

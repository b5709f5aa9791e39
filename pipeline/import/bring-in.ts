import type { Root } from "mdast";
import { VFile } from "vfile";
import type { VFileMessage } from "vfile-message";
import { type At, problem } from "../problem.js";
import { parse } from "../read/processor.js";
import { remarkSpans } from "../read/remark-spans.js";
import { rules } from "../rules.js";
import { parseYaml } from "../yaml/parse.js";
import { account } from "./account.js";
import { chapterFiles, filesOf } from "./chapter-files.js";
import type { Finding, Imported, Importer, ImportTools, NamedBytes, Origin, Original } from "./importer.js";
import { guessLanguage } from "./language.js";
import { linkAddresses } from "./link-addresses.js";
import { writeMarkdown } from "./markdown.js";
import { importReport } from "./report.js";
import { sizeProblem } from "./size-problem.js";
import { type Trace, trace } from "./trace.js";
import { writeMetadata } from "./write-metadata.js";

/** A finding as it is told: its message at its place in the manuscript, and where it was in the original. */
export interface Remark {
  readonly message: VFileMessage;
  readonly from?: Origin;
}

/** A publication folder to be written, unless a remark is an error: then there are no files. */
export interface BroughtIn {
  readonly files: readonly NamedBytes[];
  readonly remarks: readonly Remark[];
  readonly words: number;
}

/** A folder with more images could not be built, nor could one with as many chapters be read. */
const mostFiles = 5000;

/** Bring an original in: the files of a publication, and everything that a person should know of it. */
export async function bringIn(
  original: Original,
  importer: Importer,
  tools: ImportTools,
): Promise<BroughtIn> {
  const large = sizeProblem(original, importer);
  if (large) return { files: [], remarks: [{ message: large }], words: 0 };
  const imported = withLanguage(await importer.read(original, tools), tools);
  const wrong = imported.findings.find(({ rule }) => rules[rule].severity === "error");
  if (wrong) return refused(wrong, original);
  const many = Math.max(imported.images.length, imported.chapters.length);
  if (many > mostFiles) {
    const reason = `Unexpected ${many} chapters or pictures, expected at most ${mostFiles}: bring it in by parts`;
    return refused({ rule: "import-too-large", reason, from: { file: original.name } }, original);
  }
  return written(imported, original);
}

function written(imported: Imported, original: Original): BroughtIn {
  const { chapters, images } = imported;
  const names = chapterFiles(chapters);
  const yaml = writeMetadata(imported.metadata, {
    front: filesOf("front", chapters, names),
    body: filesOf("body", chapters, names),
    back: filesOf("back", chapters, names),
  });
  const sources = chapters.map(({ tree }, i) => {
    const path = names[i] ?? "";
    linkAddresses(tree);
    const text = writeMarkdown(tree);
    return { path, text, trace: trace(tree, readAgain(text, path)) };
  });
  const { count, findings: unbalanced } = account(imported);
  const findings = [...imported.findings, ...sources.flatMap(({ trace }) => rewritten(trace)), ...unbalanced];
  const placeOf = placesIn(sources, yaml);
  const remarks = inOrder(findings).map((finding) => remarkOf(finding, placeOf));
  const encode = (text: string) => new TextEncoder().encode(text);
  return {
    files: [
      { name: "publication.yaml", bytes: encode(yaml) },
      ...sources.map(({ path, text }) => ({ name: path, bytes: encode(text) })),
      ...images,
      { name: "import-report.md", bytes: encode(importReport(original.name, count, remarks)) },
    ],
    remarks,
    words: count,
  };
}

/** Read what was written as a build does, words with attributes among it. */
function readAgain(text: string, path: string): Root {
  const file = new VFile({ path, value: text });
  const tree = parse(file);
  remarkSpans()(tree, file);
  return tree;
}

/** Nothing is written, and so the place is one of the original; of a folder with the folder's name. */
function refused(finding: Finding, { name, kind }: Original): BroughtIn {
  const { file, line, column } = finding.from ?? {};
  const isWithin = kind === "folder" && file !== name;
  const at: At = {
    ...(file !== undefined && { file: isWithin ? `${name}/${file}` : file }),
    ...(line !== undefined && { line, column: column ?? 1 }),
  };
  return { files: [], remarks: [{ message: problem(finding.rule, finding.reason, at) }], words: 0 };
}

/** A publication must name its language: as the person says, as the original says, else as its words look. */
function withLanguage(imported: Imported, { language: named }: ImportTools): Imported {
  const known = named ?? imported.metadata.language;
  if (known !== undefined) return { ...imported, metadata: { ...imported.metadata, language: known } };
  const guess = guessLanguage(imported.words);
  const reason = guess
    ? `Language told from the words: ${guess}; make it exact (en-US, en-GB)`
    : "No language could be told from the words; en is a makeshift, name it";
  return {
    ...imported,
    metadata: { ...imported.metadata, language: guess ?? "en" },
    findings: [
      ...imported.findings,
      {
        rule: guess ? "import-language-guessed" : "import-language-unknown",
        reason,
        to: { key: ["language"] },
      },
    ],
  };
}

/** A tree that its own Markdown does not give back would be a loss that nobody sees. */
function rewritten({ different }: Trace): Finding[] {
  if (!different) return [];
  const short = (text: string) => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
  const reason = `Markdown cannot say this as the original has it: meant \`${short(different.meant)}\`, reads as \`${short(different.found)}\``;
  return [{ rule: "import-reads-back", reason, to: { node: different.node } }];
}

type Sources = readonly { readonly path: string; readonly trace: Trace }[];

function placesIn(sources: Sources, yaml: string): (finding: Finding) => At {
  const metadata = parseYaml(yaml, "publication.yaml", "text");
  return ({ to }) => {
    if (!to) return {};
    if ("key" in to) return metadata.placeOfKey(to.key);
    for (const { path, trace } of sources) {
      const start = trace.places.get(to.node)?.start;
      if (start) return { file: path, line: start.line, column: start.column };
    }
    return {};
  };
}

/** In the order of the original; what has no place there comes last. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const key = ({ from }: Finding) => (from ? (from.line ?? 0) : Number.POSITIVE_INFINITY);
  const file = ({ from }: Finding) => from?.file ?? "";
  return findings.toSorted((a, b) =>
    file(a) === file(b)
      ? key(a) - key(b) || 0
      : file(a) === ""
        ? 1
        : file(b) === ""
          ? -1
          : file(a) < file(b)
            ? -1
            : 1,
  );
}

function remarkOf(finding: Finding, placeOf: (finding: Finding) => At): Remark {
  const message = problem(finding.rule, finding.reason, placeOf(finding));
  return { message, ...(finding.from && { from: finding.from }) };
}

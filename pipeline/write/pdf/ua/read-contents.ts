import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, PDFStream } from "@cantoo/pdf-lib";
import { type Operation, operationsOf } from "../content/operations.js";
import { pageContent, streamText } from "../content/page-content.js";
import { showing } from "../content/painting.js";
import { textString } from "../content/text-string.js";
import { dictOf, get, numberOf } from "../values.js";
import type { StructureElement } from "./read-structure.js";

/** What the content of a page, with the forms that it draws, holds. */
export interface ContentFacts {
  /** What is painted and neither tagged nor an artifact: operators. */
  readonly untagged: readonly string[];
  /** Artifacts inside of tagged content, and tagged content inside of artifacts. */
  readonly artifactsInTagged: number;
  readonly taggedInArtifacts: number;
  /** Replacement texts of spans, with the language that is given there. */
  readonly replacements: readonly {
    readonly text: string;
    readonly language: string | undefined;
    readonly isTagged: boolean;
  }[];
  /** The strings shown in each font. */
  readonly shown: ReadonlyMap<PDFDict, readonly string[]>;
  /** The forms drawn, and how often each. */
  readonly forms: ReadonlyMap<PDFStream, number>;
}

interface Draft {
  readonly untagged: string[];
  artifactsInTagged: number;
  taggedInArtifacts: number;
  readonly replacements: { text: string; language: string | undefined; isTagged: boolean }[];
  readonly shown: Map<PDFDict, string[]>;
  readonly forms: Map<PDFStream, number>;
}

type Mark = "tagged" | "artifact" | "other";

const painting = new Set(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "BI"]);
/** Most of a drawing, and what moves or colours. */
const unheeded = new Set(["m", "l", "c", "h", "re", "Tm", "Td", "rg", "RG", "cm", "gs", "w"]);

/** Whether the marked content of that identifier is of an element; pages and forms each count for themselves (14.7.4.4). */
type IsTagged = (id: number) => boolean;

/** What a stream of a page is read with. */
interface Reading {
  readonly draft: Draft;
  /** Streams within marks of these kinds, which need no second reading. */
  readonly read: Map<PDFStream, Set<string>>;
  tagged(owner: PDFDict): IsTagged;
}

/** Read the content of every page, one after another; of pages that were read before, from 0, by the operations that they came to. */
export function* readContents(
  pdf: PDFDocument,
  parents: ReadonlyMap<number, PDFObject>,
  elements: ReadonlyMap<PDFDict, StructureElement>,
  before: readonly { readonly operations: readonly Operation[] }[] = [],
): Iterable<ContentFacts> {
  const tagged = (owner: PDFDict): IsTagged => {
    const own = parents.get(numberOf(get(owner, "StructParents")) ?? -1);
    return (id) => {
      const element = own instanceof PDFArray && id < own.size() ? own.lookup(id) : undefined;
      return element instanceof PDFDict && elements.has(element);
    };
  };
  for (const [index, page] of pdf.getPages().entries()) {
    const draft: Draft = {
      untagged: [],
      artifactsInTagged: 0,
      taggedInArtifacts: 0,
      replacements: [],
      shown: new Map(),
      forms: new Map(),
    };
    const reading = { draft, read: new Map(), tagged };
    const operations = before[index]?.operations ?? operationsOf(pageContent(page), unheeded);
    readOperations(operations, page.node.Resources(), [], tagged(page.node), reading);
    yield draft;
  }
}

function readOperations(
  operations: readonly Operation[],
  resources: PDFDict | undefined,
  around: readonly Mark[],
  isTagged: IsTagged,
  reading: Reading,
): void {
  const { draft } = reading;
  const marks: Mark[] = [...around];
  const saved: (PDFDict | undefined)[] = [];
  let font: PDFDict | undefined;
  const paint = (name: string) => {
    if (!marks.includes("tagged") && !marks.includes("artifact")) draft.untagged.push(name);
  };
  for (const operation of operations) {
    const { name, operands } = operation;
    if (name === "q") saved.push(font);
    else if (name === "Q") font = saved.pop();
    else if (name === "Tf") font = dictOf(dictOf(resources, "Font"), operands[0]?.slice(1) ?? "");
    else if (name === "BDC" || name === "BMC") marks.push(open(operation, marks, isTagged, draft));
    else if (name === "EMC") marks.pop();
    else if (showing.has(name)) {
      paint(name);
      if (font) {
        const strings = draft.shown.get(font) ?? [];
        strings.push(operands.at(-1) ?? "");
        draft.shown.set(font, strings);
      }
    } else if (painting.has(name)) paint(name);
    else if (name === "Do") {
      const form = get(dictOf(resources, "XObject"), operands[0]?.slice(1) ?? "");
      if (!(form instanceof PDFStream) || get(form.dict, "Subtype") !== PDFName.of("Form")) paint(name);
      else drawForm(form, resources, marks, reading);
    }
  }
}

/** Read a form as a part of its page: what it paints is tagged inside it or where it is drawn. */
function drawForm(
  form: PDFStream,
  outer: PDFDict | undefined,
  marks: readonly Mark[],
  reading: Reading,
): void {
  const { draft, read, tagged } = reading;
  draft.forms.set(form, (draft.forms.get(form) ?? 0) + 1);
  const known = read.get(form) ?? new Set();
  read.set(form, known);
  const within = [...new Set(marks)].sort().join(" ");
  // It would be read to the same end, and one that draws itself to none.
  if (known.has(within)) return;
  known.add(within);
  const operations = operationsOf(streamText(form), unheeded);
  readOperations(operations, dictOf(form.dict, "Resources") ?? outer, marks, tagged(form.dict), reading);
}

function open(
  { operands: [tag, properties = ""] }: Operation,
  around: readonly Mark[],
  isTagged: IsTagged,
  draft: Draft,
): Mark {
  if (tag === "/Artifact") {
    if (around.includes("tagged")) draft.artifactsInTagged++;
    return "artifact";
  }
  const id = /\/MCID\s+(\d+)/.exec(properties)?.[1];
  const text = /\/ActualText\s*(<[^>]*>|\((?:\\.|[^\\()])*\))/s.exec(properties)?.[1];
  if (text !== undefined) {
    const language = /\/Lang\s*(<[^>]*>|\((?:\\.|[^\\()])*\))/s.exec(properties)?.[1];
    const own = language === undefined ? undefined : textString(language);
    draft.replacements.push({ text: textString(text), language: own, isTagged: around.includes("tagged") });
  }
  if (id === undefined) return "other";
  if (around.includes("artifact")) draft.taggedInArtifacts++;
  return isTagged(Number(id)) ? "tagged" : "other";
}

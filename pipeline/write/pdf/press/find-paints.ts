import { type PDFDict, type PDFObject, PDFStream } from "@cantoo/pdf-lib";
import { dictOf, get } from "../values.js";
import type { Content, Survey } from "./survey.js";

/** Something that is painted, and where. */
export interface Paint {
  /** From 0. */
  readonly page: number;
  /** Marked-content identifiers: that of the piece around it or first in it, then those that follow: a background comes before its words. */
  readonly marks: readonly number[];
}

/** What to look for: graphics states under which something is painted; forms, images and patterns that are. */
export interface Wanted {
  readonly state?: (state: PDFDict) => boolean;
  readonly drawing?: (drawing: PDFObject) => boolean;
}

const painting = new Set([
  "S",
  "s",
  "f",
  "F",
  "f*",
  "B",
  "B*",
  "b",
  "b*",
  "sh",
  "Do",
  "BI",
  "Tj",
  "TJ",
  "'",
  '"',
]);

/** Find what pages paint in a wanted way, themselves or through a form or a pattern. */
export function findPaints(
  { pages, pieces }: Pick<Survey, "pages" | "pieces">,
  wanted: Wanted,
): readonly Paint[] {
  const known = new Map<Content, boolean>();
  const holds = (content: Content): boolean => {
    const before = known.get(content);
    if (before !== undefined) return before;
    // A form that draws itself would go on for ever.
    known.set(content, false);
    const found = marksIn(content, wanted, drawings).length > 0;
    known.set(content, found);
    return found;
  };
  const contentOf = (drawing: PDFObject) => (drawing instanceof PDFStream ? pieces.get(drawing) : undefined);
  const marked = new Map<Content, readonly number[]>();
  const drawings: Drawings = {
    matter: (drawing) => {
      if (wanted.drawing?.(drawing)) return true;
      const content = contentOf(drawing);
      return content !== undefined && holds(content);
    },
    marks: (drawing) => {
      const content = contentOf(drawing);
      if (!content) return [];
      const before = marked.get(content);
      if (before) return before;
      marked.set(content, []);
      const own = allMarks(content, drawings);
      marked.set(content, own);
      return own;
    },
  };
  return pages.flatMap((content, page) =>
    marksIn(content, wanted, drawings).map((marks) => ({ page, marks })),
  );
}

/** What is to be known of forms, images and patterns. */
interface Drawings {
  /** Whether it is painted in the wanted way, or what it paints itself. */
  matter(drawing: PDFObject): boolean;
  /** The marked pieces in it. */
  marks(drawing: PDFObject): readonly number[];
}

/** List the marked pieces of a stream and of the forms that it draws, in their order. */
function allMarks({ operations, resources }: Content, drawings: Drawings): readonly number[] {
  return operations.flatMap(({ name, operands }) => {
    if (name === "BDC") return markOf(operands) ?? [];
    const drawing = name === "Do" ? drawingNamed(name, (operands[0] ?? "").slice(1), resources) : undefined;
    return drawing ? drawings.marks(drawing) : [];
  });
}

function markOf(operands: readonly string[]): number | undefined {
  const id = /\/MCID\s+(\d+)/.exec(operands[1] ?? "")?.[1];
  return id === undefined ? undefined : Number(id);
}

function marksIn(
  { operations, resources }: Content,
  wanted: Wanted,
  drawings: Drawings,
): readonly (readonly number[])[] {
  const found: number[] = [];
  const opened: number[] = [];
  const around: (number | undefined)[] = [];
  const saved: boolean[] = [];
  let isIn = false;
  for (const { name, operands } of operations) {
    const named = operands.at(-1)?.startsWith("/") ? operands.at(-1)?.slice(1) : undefined;
    if (name === "q") saved.push(isIn);
    else if (name === "Q") isIn = saved.pop() ?? false;
    else if (name === "gs") {
      const state = dictOf(dictOf(resources, "ExtGState"), named ?? "");
      if (state && wanted.state) isIn = wanted.state(state);
    } else if (name === "BDC" || name === "BMC") {
      const id = markOf(operands);
      around.push(id === undefined ? undefined : opened.length);
      if (id !== undefined) opened.push(id);
    } else if (name === "EMC") around.pop();
    else {
      const drawing = named === undefined ? undefined : drawingNamed(name, named, resources);
      if ((drawing && drawings.matter(drawing)) || (isIn && painting.has(name)))
        found.push(around.findLast((index) => index !== undefined) ?? opened.length);
      if (drawing && name === "Do") opened.push(...drawings.marks(drawing));
    }
  }
  return [...new Set(found)].map((index) => opened.slice(index));
}

function drawingNamed(operator: string, name: string, resources: PDFDict): PDFObject | undefined {
  if (operator === "Do") return get(dictOf(resources, "XObject"), name);
  if (operator === "sh") return get(dictOf(resources, "Shading"), name);
  return /^scn$/i.test(operator) ? get(dictOf(resources, "Pattern"), name) : undefined;
}

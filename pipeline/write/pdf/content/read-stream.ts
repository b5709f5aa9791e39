import { type PDFDict, PDFName, PDFRef, PDFStream } from "@cantoo/pdf-lib";
import { dictOf, get } from "../values.js";
import { type FontText, shownText } from "./font-text.js";
import { type Operation, operationsOf } from "./operations.js";
import { streamText } from "./page-content.js";
import type { PaintedStream, Piece, Run, Span } from "./painted.js";
import { showing } from "./painting.js";
import { textString } from "./text-string.js";

/** A stream before it is read, with the resources that it names. */
export interface Unread {
  readonly form: PDFRef | undefined;
  readonly stream: string;
  readonly resources: PDFDict | undefined;
}

/** What a stream finds set where it is drawn. */
export interface Surroundings {
  readonly marked: readonly Marked[];
  readonly font: FontText | undefined;
}

/** What all streams of a page add to. */
export interface Reading {
  readonly pieces: Map<number, Piece>;
  readonly streams: PaintedStream[];
  /** The forms that were drawn, and whether there are marked pieces in them. */
  readonly drawn: Map<PDFRef, boolean>;
  fontOf(font: PDFDict): FontText;
}

interface OpenPiece {
  readonly id: number;
  readonly opening: Span;
  readonly form: PDFRef | undefined;
  readonly runs: Run[];
  isContent: boolean;
}

/** What a marked sequence is that has begun and not ended. */
export interface Marked {
  readonly piece?: OpenPiece;
  readonly replacement?: { readonly text: string; readonly span: Span };
  readonly isArtifact?: boolean;
}

const construction = new Set(["m", "l", "c", "v", "y", "h", "re"]);
/** What moves or colours. */
const unheeded = new Set(["Tm", "Td", "rg", "RG", "cm", "gs", "w", "W", "W*"]);
const painting = new Set(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*"]);
const placing = new Set(["Do", "sh", "BI"]);

/** Read a stream, and the forms that it draws, into what is known of its page. Says whether there are marked pieces in it. */
export function readStream(
  { form, stream, resources }: Unread,
  surroundings: Surroundings,
  reading: Reading,
): boolean {
  const openings = new Map<number, Span>();
  const runs: Run[] = [];
  const loose: Span[] = [];
  const marked: Marked[] = [...surroundings.marked];
  const saved: (FontText | undefined)[] = [];
  let { font } = surroundings;
  let holdsPieces = false;
  let path: number | undefined;
  let text: { from: number; shown: Span[]; hasPieces: boolean } | undefined;
  let run = "";
  let tail: number | undefined;
  let replacement: Span | undefined;

  const piece = () => marked.findLast((each) => each.piece)?.piece;
  const isLoose = () => !marked.some((each) => each.piece ?? each.isArtifact);
  const endRun = (end: number) => {
    const open = piece();
    if (open && run !== "") {
      const ended = { text: run, end, tail, space: font?.space, replacement };
      open.runs.push(ended);
      runs.push(ended);
    }
    run = "";
    tail = undefined;
    replacement = undefined;
  };

  for (const operation of operationsOf(stream, unheeded)) {
    const { name, operands, from, to } = operation;
    if (construction.has(name)) path ??= from;
    else if (name === "q") saved.push(font);
    else if (name === "Q") font = saved.pop();
    else if (name === "Tf") {
      const named = dictOf(dictOf(resources, "Font"), (operands[0] ?? "").slice(1));
      font = named && reading.fontOf(named);
    } else if (name === "BT") text = { from, shown: [], hasPieces: false };
    else if (name === "ET") {
      endRun(from);
      if (text && text.shown.length > 0)
        loose.push(...(text.hasPieces ? text.shown : [{ from: text.from, to }]));
      text = undefined;
    } else if (name === "BDC" || name === "BMC") {
      const opened = openMarked(operation, form);
      if (opened.piece && text) text.hasPieces = true;
      marked.push(opened);
    } else if (name === "EMC") {
      const closed = marked.at(-1);
      if (closed?.replacement) {
        run += closed.replacement.text;
        replacement = closed.replacement.span;
        tail = undefined;
      }
      if (closed?.piece) {
        endRun(from);
        holdsPieces = true;
        openings.set(closed.piece.id, closed.piece.opening);
        reading.pieces.set(closed.piece.id, closed.piece);
      }
      marked.pop();
    } else if (showing.has(name)) {
      const open = piece();
      if (open) open.isContent = true;
      else if (isLoose()) text?.shown.push({ from, to });
      if (font && !marked.some((each) => each.replacement)) {
        const operand = operands.at(-1) ?? "";
        run += shownText(operand, font);
        tail = from + stream.slice(from, to).lastIndexOf(operand.includes(")") ? ")" : ">");
      }
    } else if (name === "n") path = undefined;
    else if (painting.has(name)) {
      if (isLoose()) loose.push({ from: path ?? from, to });
      path = undefined;
    } else if (placing.has(name)) {
      const open = piece();
      if (open) open.isContent = true;
      // What is in pieces says so itself; a form without any is marked where it is drawn.
      if (name === "Do" && draw(operands[0] ?? "")) holdsPieces = true;
      else if (isLoose()) loose.push({ from, to });
    }
  }
  if (!form || holdsPieces || runs.length > 0) reading.streams.push({ form, stream, openings, runs, loose });
  return holdsPieces;

  function draw(operand: string): boolean {
    const ref = dictOf(resources, "XObject")?.get(PDFName.of(operand.slice(1)));
    if (!(ref instanceof PDFRef)) return false;
    const known = reading.drawn.get(ref);
    if (known !== undefined) return known;
    // A form that draws itself would go on for ever.
    reading.drawn.set(ref, false);
    const drawing = resources?.context.lookup(ref);
    if (!(drawing instanceof PDFStream) || get(drawing.dict, "Subtype") !== PDFName.of("Form")) return false;
    const inner = dictOf(drawing.dict, "Resources") ?? resources;
    const unread = { form: ref, stream: streamText(drawing), resources: inner };
    const holds = readStream(unread, { marked, font }, reading);
    reading.drawn.set(ref, holds);
    return holds;
  }
}

function openMarked({ name, operands, from, to }: Operation, form: PDFRef | undefined): Marked {
  const [tag, properties = ""] = operands;
  if (tag === "/Artifact") return { isArtifact: true };
  if (name === "BMC") return {};
  const id = /\/MCID\s+(\d+)/.exec(properties)?.[1];
  if (id !== undefined)
    return { piece: { id: Number(id), opening: { from, to }, form, runs: [], isContent: false } };
  const found = /\/ActualText\s*(<[^>]*>|\((?:\\.|[^\\()])*\))/s.exec(properties);
  if (!found?.[1]) return {};
  const start = from + `${tag}`.length + found.index + found[0].length - found[1].length;
  return { replacement: { text: textString(found[1]), span: { from: start, to: start + found[1].length } } };
}

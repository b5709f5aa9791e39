import { PDFDict, PDFName, type PDFPage } from "@cantoo/pdf-lib";
import { type FontText, fontText, shownText, textString } from "./font-text.js";
import { type Operation, operationsOf } from "./operations.js";
import { pageContent } from "./page-content.js";

/** A stretch of a content stream. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A text object within a marked piece, or the part of it that a replacement text stands for. */
export interface Run {
  readonly text: string;
  /** Where its text object ends: a glyph written here stands behind its last one. */
  readonly end: number;
  /** The code of the space in the font that is set there. */
  readonly space: string | undefined;
  /** The operand that replaces its text, where one does. */
  readonly replacement: Span | undefined;
}

/** One marked piece of a page. */
export interface Piece {
  /** The operator that opens it, with its operands. */
  readonly opening: Span;
  readonly runs: readonly Run[];
  /** Whether it shows text or an image, and not lines and surfaces alone. */
  readonly isContent: boolean;
}

/** The content of a page, as tags see it. */
export interface PageContent {
  readonly stream: string;
  /** By marked-content identifier. */
  readonly pieces: ReadonlyMap<number, Piece>;
  /** What is painted outside of every piece. */
  readonly loose: readonly Span[];
}

/** Fonts that were read already, over all pages of a document. */
export type FontTexts = Map<PDFDict, FontText>;

const construction = new Set(["m", "l", "c", "v", "y", "h", "re"]);
const painting = new Set(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*"]);
const showing = new Set(["Tj", "TJ", "'", '"']);
const placing = new Set(["Do", "sh", "BI"]);

interface OpenPiece {
  readonly id: number;
  readonly opening: Span;
  readonly runs: Run[];
  isContent: boolean;
}

interface Marked {
  readonly piece?: OpenPiece;
  readonly replacement?: { readonly text: string; readonly span: Span };
  readonly isArtifact?: boolean;
}

/** Read what a page paints. */
export function readPage(page: PDFPage, fonts: FontTexts): PageContent {
  const stream = pageContent(page);
  const pieces = new Map<number, Piece>();
  const loose: Span[] = [];
  const marked: Marked[] = [];
  const fontNamed = fontsOf(page, fonts);
  const saved: (FontText | undefined)[] = [];
  let font: FontText | undefined;
  let path: number | undefined;
  let text:
    | { from: number; piece: OpenPiece | undefined; shown: Span[]; hasPieces: boolean; start: number }
    | undefined;
  let run = "";
  let replacement: Span | undefined;

  const piece = () => marked.findLast((each) => each.piece)?.piece;
  const isLoose = () => !marked.some((each) => each.piece ?? each.isArtifact);
  const endRun = (end: number) => {
    const open = piece();
    if (open && run !== "") open.runs.push({ text: run, end, space: font?.space, replacement });
    run = "";
    replacement = undefined;
  };

  for (const operation of operationsOf(stream)) {
    const { name, operands, from, to } = operation;
    if (name === "q") saved.push(font);
    else if (name === "Q") font = saved.pop();
    else if (name === "Tf") font = fontNamed(operands[0] ?? "");
    else if (name === "BT") text = { from, piece: piece(), shown: [], hasPieces: false, start: loose.length };
    else if (name === "ET") {
      endRun(from);
      if (text && text.shown.length > 0)
        loose.push(...(text.hasPieces ? text.shown : [{ from: text.from, to }]));
      text = undefined;
    } else if (name === "BDC" || name === "BMC") {
      const opened = openMarked(operation);
      if (opened.piece && text) text.hasPieces = true;
      marked.push(opened);
    } else if (name === "EMC") {
      const closed = marked.at(-1);
      if (closed?.replacement) {
        run += closed.replacement.text;
        replacement = closed.replacement.span;
      }
      if (closed?.piece) {
        endRun(from);
        pieces.set(closed.piece.id, closed.piece);
      }
      marked.pop();
    } else if (showing.has(name)) {
      const open = piece();
      if (open) open.isContent = true;
      else if (isLoose()) text?.shown.push({ from, to });
      if (font && !marked.some((each) => each.replacement)) run += shownText(operands.at(-1) ?? "", font);
    } else if (construction.has(name)) path ??= from;
    else if (name === "n") path = undefined;
    else if (painting.has(name)) {
      if (isLoose()) loose.push({ from: path ?? from, to });
      path = undefined;
    } else if (placing.has(name)) {
      const open = piece();
      if (open) open.isContent = true;
      else if (isLoose()) loose.push({ from, to });
    }
  }
  return { stream, pieces, loose };
}

function openMarked({ name, operands, from, to }: Operation): Marked {
  const [tag, properties = ""] = operands;
  if (tag === "/Artifact") return { isArtifact: true };
  if (name === "BMC") return {};
  const id = /\/MCID\s+(\d+)/.exec(properties)?.[1];
  if (id !== undefined)
    return { piece: { id: Number(id), opening: { from, to }, runs: [], isContent: false } };
  const found = /\/ActualText\s*(<[^>]*>|\((?:\\.|[^\\()])*\))/s.exec(properties);
  if (!found?.[1]) return {};
  const start = from + `${tag}`.length + found.index + found[0].length - found[1].length;
  return { replacement: { text: textString(found[1]), span: { from: start, to: start + found[1].length } } };
}

function fontsOf(page: PDFPage, known: FontTexts): (name: string) => FontText | undefined {
  const fonts = page.node.Resources()?.lookupMaybe(PDFName.of("Font"), PDFDict);
  return (name) => {
    const font = fonts?.lookupMaybe(PDFName.of(name.slice(1)), PDFDict);
    if (!font) return undefined;
    const read = known.get(font) ?? fontText(font);
    known.set(font, read);
    return read;
  };
}

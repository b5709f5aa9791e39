import type { PDFRef } from "@cantoo/pdf-lib";

/** A stretch of a content stream. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A text object within a marked piece, or the part of it that a replacement text stands for. */
export interface Run {
  readonly text: string;
  /** Where its text object ends: a glyph that is shown here stands behind its last one. */
  readonly end: number;
  /** Where its last string ends, before the bracket, if that stands for itself: more codes may follow there. */
  readonly tail: number | undefined;
  /** The bytes of the space in the font that is set there. */
  readonly space: string | undefined;
  /** The operand that replaces its text, where one does. */
  readonly replacement: Span | undefined;
}

/** One marked piece of a page. */
export interface Piece {
  /** The form that it stands in; none where it stands in the page's own stream. */
  readonly form: PDFRef | undefined;
  readonly runs: readonly Run[];
  /** Whether it shows text or an image, and not lines and surfaces alone. */
  readonly isContent: boolean;
}

/** A stream that a page paints with: its own, or that of a form with text in it (ISO 32000-1, 8.10), as Chromium makes one of what is translucent. */
export interface PaintedStream {
  /** None for the page's own. */
  readonly form: PDFRef | undefined;
  readonly stream: string;
  /** The operators that open its marked pieces, with their operands, by marked-content identifier. */
  readonly openings: ReadonlyMap<number, Span>;
  /** All runs that are written in it. */
  readonly runs: readonly Run[];
  /** What is painted outside of every piece. */
  readonly loose: readonly Span[];
}

/** The content of a page, as tags see it. */
export interface PageContent {
  readonly streams: readonly PaintedStream[];
  /** By marked-content identifier: Chromium counts through a page with all of its forms. */
  readonly pieces: ReadonlyMap<number, Piece>;
}

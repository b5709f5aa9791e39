import type { Raster, RetailFacts } from "./facts.js";
import type { Measured } from "./measured.js";

/** What a shop demands of a book: a number and its limit. */
export interface Demand {
  readonly id: string;
  readonly shop: "Apple Books" | "Google Play Books" | "Kindle" | "Kobo";
  /** What is counted: `pixels of an image`. */
  readonly what: string;
  readonly bound: "at least" | "at most";
  readonly limit: number;
  readonly unit: "bytes" | "characters" | "errors" | "pixels";
  /** Whether a book beyond the limit is sent back, or only fares worse. */
  readonly force: "required" | "advised";
  /** Everything that the demand applies to; none where the book has no such thing. */
  readonly measure: (facts: RetailFacts) => readonly Measured[];
}

const MB = 1_000_000;
const GB = 1_000_000_000;

const book = ({ file, bytes }: RetailFacts): readonly Measured[] => [{ path: file, value: bytes }];
const cover =
  (value: (cover: Raster) => number) =>
  ({ cover }: RetailFacts): readonly Measured[] =>
    cover ? [{ path: cover.path, value: value(cover) }] : [];
const images =
  (value: (image: Raster) => number) =>
  ({ rasters }: RetailFacts): readonly Measured[] =>
    rasters.map((image) => ({ path: image.path, value: value(image) }));

const demand = (
  id: string,
  shop: Demand["shop"],
  what: string,
  [bound, limit, unit, force]: readonly [Demand["bound"], number, Demand["unit"], Demand["force"]],
  measure: Demand["measure"],
): Demand => ({ id, shop, what, bound, limit, unit, force, measure });

/**
 * The demands of four shops, as they publish them: Apple Books Asset Guide 5, Google's "Files and uploading overview", Kindle
 * Publishing Guidelines, Kobo's epub-spec; the length of notes and the validator of Kobo as they were observed.
 */
export const demands: readonly Demand[] = [
  demand(
    "apple-image-pixels",
    "Apple Books",
    "width × height of an image",
    ["at most", 5.6 * MB, "pixels", "required"],
    images(({ width, height }) => width * height),
  ),
  demand("apple-size", "Apple Books", "the book", ["at most", 2 * GB, "bytes", "required"], book),
  demand("google-size", "Google Play Books", "the book", ["at most", 2 * GB, "bytes", "required"], book),
  demand(
    "google-cover-least",
    "Google Play Books",
    "shorter side of the cover",
    ["at least", 640, "pixels", "required"],
    cover(({ width, height }) => Math.min(width, height)),
  ),
  demand(
    "google-cover-most",
    "Google Play Books",
    "longer side of the cover",
    ["at most", 7200, "pixels", "required"],
    cover(({ width, height }) => Math.max(width, height)),
  ),
  demand(
    "kindle-cover-height",
    "Kindle",
    "height of the cover",
    ["at least", 1000, "pixels", "required"],
    cover(({ height }) => height),
  ),
  demand(
    "kindle-cover-width",
    "Kindle",
    "width of the cover",
    ["at least", 625, "pixels", "required"],
    cover(({ width }) => width),
  ),
  demand(
    "kindle-cover-sharp",
    "Kindle",
    "height of the cover",
    ["at least", 2500, "pixels", "advised"],
    cover(({ height }) => height),
  ),
  demand(
    "kindle-cover-most",
    "Kindle",
    "longer side of the cover",
    ["at most", 10_000, "pixels", "required"],
    cover(({ width, height }) => Math.max(width, height)),
  ),
  demand(
    "kindle-cover-size",
    "Kindle",
    "the cover",
    ["at most", 50 * MB, "bytes", "required"],
    cover(({ bytes }) => bytes),
  ),
  demand("kobo-size", "Kobo", "the book", ["at most", GB, "bytes", "advised"], book),
  demand(
    "kobo-cover-size",
    "Kobo",
    "the cover",
    ["at most", 3 * MB, "bytes", "advised"],
    cover(({ bytes }) => bytes),
  ),
  demand(
    "kobo-image-size",
    "Kobo",
    "an image",
    ["at most", 5 * MB, "bytes", "advised"],
    images(({ bytes }) => bytes),
  ),
  demand(
    "kobo-document-size",
    "Kobo",
    "a document with its images",
    ["at most", 10 * MB, "bytes", "advised"],
    ({ documents }) => documents,
  ),
  demand(
    "kobo-note-least",
    "Kobo",
    "a note, to pop up",
    ["at least", 9, "characters", "advised"],
    ({ notes }) => notes,
  ),
  demand(
    "kobo-note-most",
    "Kobo",
    "a note, to pop up",
    ["at most", 5000, "characters", "advised"],
    ({ notes }) => notes,
  ),
  demand(
    "kobo-epubcheck",
    "Kobo",
    "errors that EPUBCheck 4.2.6 sees and 5 does not",
    ["at most", 0, "errors", "advised"],
    ({ complaints, file }) => [{ path: complaints[0]?.path ?? file, value: complaints.length }],
  ),
];

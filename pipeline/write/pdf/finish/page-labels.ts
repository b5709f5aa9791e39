import { PDFName, PDFNumber } from "@cantoo/pdf-lib";
import type { Page } from "../../../publication.js";
import { toTextString } from "../text-string.js";
import type { Work } from "./work.js";

/** Label each page with the folio that it bears, the cover with its name (ISO 32000-1, 12.4.2). */
export function addPageLabels({ pdf, typeset, publication }: Work): void {
  const cover = publication.parts.find(({ kind }) => kind === "cover")?.id;
  const numbers = labelRuns(typeset.pages, cover, publication.words.cover).flatMap(
    ({ index, style, start, prefix }) => [
      PDFNumber.of(index),
      pdf.context.obj({
        ...(style && { S: PDFName.of(style), St: PDFNumber.of(start) }),
        ...(prefix && { P: toTextString(prefix) }),
      }),
    ],
  );
  pdf.catalog.set(PDFName.of("PageLabels"), pdf.context.obj({ Nums: numbers }));
}

/** Pages in a row whose labels follow from one another. */
export interface LabelRun {
  /** The first page, from 0. */
  readonly index: number;
  /** Decimal, lower-case roman, or none: then the prefix alone. */
  readonly style?: "D" | "r";
  readonly start: number;
  readonly prefix?: string;
}

/** Divide pages into runs of labels. Throws on a folio that is neither decimal nor roman. */
export function labelRuns(
  pages: readonly Page[],
  coverId: string | undefined,
  coverName: string,
): readonly LabelRun[] {
  const runs: LabelRun[] = [];
  for (const { index, folio, partId, blank } of pages) {
    const prefix = partId === coverId && folio === "" && !blank ? coverName : undefined;
    const next = { index, ...countOf(folio), ...(prefix && { prefix }) };
    const run = runs.at(-1);
    const follows =
      run &&
      run.style === next.style &&
      run.prefix === next.prefix &&
      (!next.style || next.start - run.start === index - run.index);
    if (!follows) runs.push(next);
  }
  return runs;
}

function countOf(folio: string): Pick<LabelRun, "style" | "start"> {
  if (folio === "") return { start: 1 };
  if (/^[1-9]\d*$/.test(folio)) return { style: "D", start: Number(folio) };
  if (/^[ivxlcdm]+$/.test(folio)) return { style: "r", start: fromRoman(folio) };
  throw new Error(`The folio ${folio} is neither decimal nor roman`);
}

function fromRoman(folio: string): number {
  const worth = [...folio].map(
    (letter) => ({ i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 })[letter] ?? 0,
  );
  // A smaller sign before a larger one is taken away from it.
  return worth.reduce((sum, value, i) => sum + (value < (worth[i + 1] ?? 0) ? -value : value), 0);
}

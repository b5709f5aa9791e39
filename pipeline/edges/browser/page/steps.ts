/** What runs in the page of a typesetting tab, by name. */
import { roman } from "../../../roman.js";
import { awaitMarginFaces } from "../native/await-margin-faces.js";
import { cutAtPage } from "../native/cut-at-page.js";
import { cutRow } from "../native/cut-row.js";
import { cutSpans } from "../native/cut-spans.js";
import { cutTable } from "../native/cut-table.js";
import { cutTables } from "../native/cut-tables.js";
import { dressPages } from "../native/dress-pages.js";
import { driftFigures } from "../native/drift-figures.js";
import { fillNumbers } from "../native/fill-numbers.js";
import { findColumnOverflow } from "../native/find-overflow.js";
import { headByCalls } from "../native/head-by-calls.js";
import { holdWidths } from "../native/hold-widths.js";
import { keepWordsWhole } from "../native/keep-words-whole.js";
import { lengthenEnds } from "../native/lengthen-ends.js";
import { letLongBoxesBreak } from "../native/let-long-boxes-break.js";
import { letSpansBreak } from "../native/let-spans-break.js";
import { letTallRowsBreak } from "../native/let-tall-rows-break.js";
import { locate } from "../native/locate.js";
import { measureRun } from "../native/measure-run.js";
import { numberColumns } from "../native/number-pages.js";
import { openColumns } from "../native/open-columns.js";
import { ownPages } from "../native/own-pages.js";
import { partLength } from "../native/part-length.js";
import { piecesOf } from "../native/pieces-of.js";
import { placeParts } from "../native/place-parts.js";
import { readPlaces } from "../native/read-places.js";
import { readSheet } from "../native/read-sheet.js";
import { readStarts } from "../native/read-starts.js";
import { repeatHeads } from "../native/repeat-heads.js";
import { rowEnds } from "../native/row-ends.js";
import { sideOf } from "../native/side-of.js";
import { sideTables } from "../native/side-tables.js";
import { signBlocks } from "../native/sign-blocks.js";
import { spansInto } from "../native/spans-into.js";
import { tellBlocks } from "../native/tell-blocks.js";
import { tellPart } from "../native/tell-part.js";
import { atPageWidth } from "./at-page-width.js";
import { breakLadders } from "./break-ladders.js";
import { installLineBreaks } from "./break-lines.js";
import { breakWideTables } from "./break-wide-tables.js";
import { compareText } from "./compare-text.js";
import { copyHead } from "./copy-head.js";
import { dropSoftHyphens } from "./drop-soft-hyphens.js";
import { installExactBreaks } from "./exact-breaks.js";
import { fillBeforeFullPages } from "./fill-before-full-pages.js";
import { installPageFilling } from "./fill-pages.js";
import { findOverflow } from "./find-overflow.js";
import { installPlainFirstLetters } from "./first-letters.js";
import { fitFigures } from "./fit-figures.js";
import { fitTables } from "./fit-tables.js";
import { installFootnotes } from "./footnotes.js";
import { headOfPages } from "./head-of-pages.js";
import { installKeptChains } from "./kept-chains.js";
import { measure } from "./measure.js";
import { measureStarts } from "./measure-starts.js";
import { installNoteArea } from "./note-area.js";
import { installNumbering } from "./number-pages.js";
import { onlyPaints } from "./only-paints.js";
import { paginate } from "./paginate.js";
import { prepare } from "./prepare.js";
import { installRepeatedHeads } from "./repeat-heads.js";
import { setEditionApart } from "./set-edition-apart.js";
import { installPageSetting } from "./set-page.js";
import { settle } from "./settle.js";
import { installNoteSplitting } from "./split-note.js";
import { standInForTargets } from "./stand-in-for-targets.js";
import { standsApart } from "./stands-apart.js";
import { wearEdition } from "./wear-edition.js";
import { installWholeWords } from "./whole-words.js";

export const steps = {
  prepare,
  atPageWidth,
  breakWideTables,
  fitTables,
  fitFigures,
  fillBeforeFullPages,
  letLongBoxesBreak,
  breakLadders,
  installNumbering,
  installPlainFirstLetters,
  installPageSetting,
  installPageFilling,
  copyHead,
  installRepeatedHeads,
  installWholeWords,
  installKeptChains,
  installExactBreaks,
  installLineBreaks,
  installNoteSplitting,
  installNoteArea,
  installFootnotes,
  paginate,
  settle,
  dropSoftHyphens,
  compareText,
  findOverflow,
  measure,
  measureStarts,
  standInForTargets,
  wearEdition,
  onlyPaints,
  standsApart,
  setEditionApart,
  roman,
  headOfPages,
  readSheet,
  tellPart,
  signBlocks,
  tellBlocks,
  openColumns,
  holdWidths,
  rowEnds,
  cutRow,
  cutAtPage,
  spansInto,
  cutSpans,
  cutTable,
  cutTables,
  locate,
  sideOf,
  partLength,
  measureRun,
  placeParts,
  driftFigures,
  lengthenEnds,
  sideTables,
  keepWordsWhole,
  repeatHeads,
  letTallRowsBreak,
  letSpansBreak,
  numberColumns,
  headByCalls,
  fillNumbers,
  ownPages,
  piecesOf,
  readStarts,
  readPlaces,
  findColumnOverflow,
  dressPages,
  awaitMarginFaces,
} as const;

declare global {
  interface Window {
    readonly steps: typeof steps;
  }
}

/** Make the script that puts the steps on `window`: a call for each from outside would wait for Node's other work each time. */
export function stepsScript(): string {
  return `window.steps = { ${Object.entries(steps)
    .map(([name, step]) => `${name}: ${step}`)
    .join(",\n")} };`;
}

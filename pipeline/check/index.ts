import type { Root } from "mdast";
import type { VFile } from "vfile";
import { attributeStray } from "./attribute-stray.js";
import { codeIndented } from "./code-indented.js";
import { codeUnclosed } from "./code-unclosed.js";
import { definitionUnused } from "./definition-unused.js";
import { directiveUnclosed } from "./directive-unclosed.js";
import { doiMalformed } from "./doi-malformed.js";
import { formulaUnclosed } from "./formula-unclosed.js";
import { headingEmpty } from "./heading-empty.js";
import { headingSkipped } from "./heading-skipped.js";
import { htmlMisplaced } from "./html-misplaced.js";
import { htmlUnclosed } from "./html-unclosed.js";
import { lineSwallowed } from "./line-swallowed.js";
import { linkEmpty } from "./link-empty.js";
import { linkUndefined } from "./link-undefined.js";
import { linkUnsafe } from "./link-unsafe.js";
import { listRenumbered } from "./list-renumbered.js";
import { markupBroken } from "./markup-broken.js";
import { markupForeign } from "./markup-foreign.js";
import { noteDuplicate } from "./note-duplicate.js";
import { noteEmpty } from "./note-empty.js";
import { noteIbid } from "./note-ibid.js";
import { noteNested } from "./note-nested.js";
import { noteUndefined } from "./note-undefined.js";
import { noteUnlinked } from "./note-unlinked.js";
import { noteUnused } from "./note-unused.js";
import type { Passage } from "./passages.js";
import { referenceInvalid } from "./reference-invalid.js";
import { spaceDoubled } from "./space-doubled.js";
import { tableUneven } from "./table-uneven.js";
import { titleLate } from "./title-late.js";
import { titleSecond } from "./title-second.js";
import { urlInCode, urlUnlinked } from "./url-unlinked.js";
import { wordDoubled } from "./word-doubled.js";

/** Rules that look at a source's Markdown; they report and never change. */
export const markdownRules: readonly ((tree: Root, file: VFile) => void)[] = [
  attributeStray,
  codeIndented,
  codeUnclosed,
  definitionUnused,
  directiveUnclosed,
  doiMalformed,
  formulaUnclosed,
  headingEmpty,
  headingSkipped,
  htmlMisplaced,
  htmlUnclosed,
  lineSwallowed,
  linkEmpty,
  linkUnsafe,
  listRenumbered,
  markupBroken,
  noteDuplicate,
  noteEmpty,
  noteNested,
  noteUndefined,
  noteUnlinked,
  noteUnused,
  referenceInvalid,
  tableUneven,
  titleLate,
  titleSecond,
  urlInCode,
];

/** Rules that look at a source's words. */
export const proseRules: readonly ((passages: readonly Passage[], file: VFile) => void)[] = [
  linkUndefined,
  markupForeign,
  noteIbid,
  spaceDoubled,
  urlUnlinked,
  wordDoubled,
];

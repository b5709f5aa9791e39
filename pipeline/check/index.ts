import type { Root } from "mdast";
import type { VFile } from "vfile";
import { directiveUnclosed } from "./directive-unclosed.js";
import { doiMalformed } from "./doi-malformed.js";
import { formulaUnclosed } from "./formula-unclosed.js";
import { headingEmpty } from "./heading-empty.js";
import { headingSkipped } from "./heading-skipped.js";
import { htmlUnclosed } from "./html-unclosed.js";
import { linkEmpty } from "./link-empty.js";
import { linkUndefined } from "./link-undefined.js";
import { linkUnsafe } from "./link-unsafe.js";
import { noteDuplicate } from "./note-duplicate.js";
import { noteIbid } from "./note-ibid.js";
import { noteNested } from "./note-nested.js";
import { noteUndefined } from "./note-undefined.js";
import { noteUnused } from "./note-unused.js";
import type { Passage } from "./passages.js";
import { spaceDoubled } from "./space-doubled.js";
import { titleSecond } from "./title-second.js";
import { urlInCode, urlUnlinked } from "./url-unlinked.js";
import { wordDoubled } from "./word-doubled.js";

/** Rules that look at a source's Markdown; they report and never change. */
export const markdownRules: readonly ((tree: Root, file: VFile) => void)[] = [
  directiveUnclosed,
  doiMalformed,
  formulaUnclosed,
  headingEmpty,
  headingSkipped,
  htmlUnclosed,
  linkEmpty,
  linkUnsafe,
  noteDuplicate,
  noteNested,
  noteUndefined,
  noteUnused,
  titleSecond,
  urlInCode,
];

/** Rules that look at a source's words. */
export const proseRules: readonly ((passages: readonly Passage[], file: VFile) => void)[] = [
  linkUndefined,
  noteIbid,
  spaceDoubled,
  urlUnlinked,
  wordDoubled,
];

import type { Root } from "mdast";
import type { VFile } from "vfile";
import { directiveUnclosed } from "./directive-unclosed.js";
import { headingEmpty } from "./heading-empty.js";
import { headingSkipped } from "./heading-skipped.js";
import { linkUnsafe } from "./link-unsafe.js";
import { noteDuplicate } from "./note-duplicate.js";
import { noteNested } from "./note-nested.js";
import { noteUndefined } from "./note-undefined.js";
import { noteUnused } from "./note-unused.js";
import { titleSecond } from "./title-second.js";

/** Rules that look at a source's Markdown; they report and never change. */
export const markdownRules: readonly ((tree: Root, file: VFile) => void)[] = [
  directiveUnclosed,
  headingEmpty,
  headingSkipped,
  linkUnsafe,
  noteDuplicate,
  noteNested,
  noteUndefined,
  noteUnused,
  titleSecond,
];

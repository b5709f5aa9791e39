import { PDFDict, type PDFObject, PDFStream } from "@cantoo/pdf-lib";
import type { Content, Survey } from "../../press/survey.js";
import { dictOf, get, nameOf } from "../../values.js";
import { after, firstState } from "./colour-state.js";
import { all, type Inks, type Mix, processInks } from "./inks.js";
import type { InkedShading } from "./plate-shadings.js";
import { readSpace, type Space } from "./space.js";

/** Say which inks each page may be printed with, of what is drawn or only named in its resources. */
export function usedInks(
  { pages, pieces }: Pick<Survey, "pages" | "pieces">,
  shadings: readonly InkedShading[],
  mix: Mix,
): readonly ReadonlySet<string>[] {
  const ofShading = new Map(shadings.map(({ dictionary, inks }) => [dictionary, inks]));
  const known = new Map<Content, Set<string>>();

  const ofContent = (content: Content): ReadonlySet<string> => {
    const before = known.get(content);
    if (before) return before;
    const found = new Set<string>();
    // A form that draws itself would go on for ever.
    known.set(content, found);
    const { operations, resources } = content;
    // What says nothing of colours is black.
    if (operations.length > 0) found.add("Black");
    let state = firstState;
    for (const operation of operations) {
      const next = after(state, operation, resources, mix);
      for (const { inks } of next === state ? [] : [next.fill, next.stroke]) if (inks) add(found, inks);
      state = next;
    }
    for (const drawing of named(resources, "XObject")) for (const ink of ofDrawing(drawing)) found.add(ink);
    for (const pattern of named(resources, "Pattern")) for (const ink of ofDrawing(pattern)) found.add(ink);
    for (const shading of named(resources, "Shading")) for (const ink of ofDrawing(shading)) found.add(ink);
    return found;
  };

  const ofDrawing = (drawing: PDFObject | undefined): Iterable<string> => {
    if (drawing instanceof PDFStream) {
      const content = pieces.get(drawing);
      if (content) return ofContent(content);
      if (nameOf(get(drawing.dict, "Subtype")) === "Image")
        return ofSpace(readSpace(get(drawing.dict, "ColorSpace"), undefined));
    }
    const dictionary = drawing instanceof PDFStream ? drawing.dict : drawing;
    if (!(dictionary instanceof PDFDict)) return [];
    const shading = dictOf(dictionary, "Shading") ?? dictionary;
    const found = new Set<string>();
    for (const inks of ofShading.get(shading) ?? []) add(found, inks);
    return found;
  };
  return pages.map(ofContent);
}

function ofSpace(space: Space): readonly string[] {
  if (space.kind === "grey") return ["Black"];
  if (space.kind === "indexed") return ofSpace(space.base);
  if (space.kind === "tints") return space.names.flatMap((name) => (name === all ? processInks : [name]));
  return space.kind === "unknown" || space.kind === "pattern" ? [] : processInks;
}

function add(found: Set<string>, inks: Inks): void {
  for (const [name, share] of inks) {
    if (share <= 0) continue;
    for (const each of name === all ? processInks : [name]) found.add(each);
  }
}

function named(resources: PDFDict, kind: string): readonly (PDFObject | undefined)[] {
  const dictionary = dictOf(resources, kind);
  return dictionary?.keys().map((key) => dictionary.lookup(key)) ?? [];
}

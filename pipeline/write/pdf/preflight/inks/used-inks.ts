import { PDFDict, type PDFObject, PDFStream } from "@cantoo/pdf-lib";
import type { Box } from "../../press/sheet/sheet.js";
import type { Content, Survey } from "../../press/survey.js";
import { dictOf, get, nameOf } from "../../values.js";
import type { Colour } from "./colour-state.js";
import { all, type Inks, type Mix } from "./inks.js";
import type { InkedShading } from "./plate-shadings.js";
import { processInks } from "./process-inks.js";
import { seenColours } from "./seen-colours.js";
import { readSpace, type Space } from "./space.js";

/** Say which inks a page may be printed with within its window, of what is drawn or only named in its resources. */
export type UsedInks = (page: Content, window: Box | undefined) => ReadonlySet<string>;

/** Prepare to say which inks the pages of a document use: each thing that several draw is read once. */
export function usedInks(
  { pieces }: Pick<Survey, "pieces">,
  shadings: readonly InkedShading[],
  mix: Mix,
): UsedInks {
  const ofShading = new Map(shadings.map(({ dictionary, inks }) => [dictionary, inks]));
  const known = new Map<Content, Set<string>>();

  const ofContent = (content: Content, window: Box | undefined): ReadonlySet<string> => {
    const before = known.get(content);
    if (before) return before;
    const found = new Set<string>();
    // A form that draws itself would go on for ever.
    known.set(content, found);
    const { resources } = content;
    const settled = new Set<Colour>();
    const isKnown = (colour: Colour) => {
      if (settled.has(colour)) return true;
      const isSettled = laidDown(colour.inks ?? noInks).every((ink) => found.has(ink));
      if (isSettled) settled.add(colour);
      return isSettled;
    };
    for (const { inks } of seenColours(content, window, mix, isKnown)) if (inks) add(found, inks);
    for (const drawing of named(resources, "XObject")) for (const ink of ofDrawing(drawing)) found.add(ink);
    for (const pattern of named(resources, "Pattern")) for (const ink of ofDrawing(pattern)) found.add(ink);
    for (const shading of named(resources, "Shading")) for (const ink of ofDrawing(shading)) found.add(ink);
    return found;
  };

  const ofDrawing = (drawing: PDFObject | undefined): Iterable<string> => {
    if (drawing instanceof PDFStream) {
      const content = pieces.get(drawing);
      // A form may be drawn anywhere.
      if (content) return ofContent(content, undefined);
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
  return ofContent;
}

function ofSpace(space: Space): readonly string[] {
  if (space.kind === "grey") return ["Black"];
  if (space.kind === "indexed") return ofSpace(space.base);
  if (space.kind === "tints")
    return space.names.flatMap((name) => (name === all ? processInks : name === "None" ? [] : [name]));
  return space.kind === "unknown" || space.kind === "pattern" ? [] : processInks;
}

const noInks: Inks = new Map();

/** The inks of which a colour has any. */
function laidDown(inks: Inks): readonly string[] {
  return [...inks].flatMap(([name, share]) => (share <= 0 ? [] : name === all ? processInks : [name]));
}

function add(found: Set<string>, inks: Inks): void {
  for (const ink of laidDown(inks)) found.add(ink);
}

function named(resources: PDFDict, kind: string): readonly (PDFObject | undefined)[] {
  const dictionary = dictOf(resources, kind);
  return dictionary?.keys().map((key) => dictionary.lookup(key)) ?? [];
}

import type { Element } from "xast";
import type { Landmark } from "./landmarks.js";
import { x } from "./xml.js";

/** The words of OPF 2.0 for those of EPUB 3 ("The guide element"). */
const types: Readonly<Record<string, string>> = {
  cover: "cover",
  titlepage: "title-page",
  toc: "toc",
  loi: "loi",
  lot: "lot",
  bodymatter: "text",
  endnotes: "notes",
};

/** Write the landmarks for reading systems that know EPUB 2 alone, and for Kindle, which opens a book at `text` (EPUB 3.3, "The guide element (legacy)"). */
export function guide(landmarks: readonly Landmark[]): Element | undefined {
  const references = landmarks.flatMap(({ type, label, href }) =>
    types[type] === undefined ? [] : [x("reference", { type: types[type], title: label, href })],
  );
  return references.length === 0 ? undefined : x("guide", {}, references);
}

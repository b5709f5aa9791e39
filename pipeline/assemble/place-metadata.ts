import type { ElementContent } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { sourceData } from "../problem.js";
import type { Manuscript, Metadata, Place } from "../publication.js";

type Path = readonly (string | number)[];

/**
 * Note on what a theme's template prints where it stands in publication.yaml: the image of the cover, and words by the longest value
 * among them. In place: these elements have just been made. Words of the theme's own have no place.
 */
export function placeMetadata(
  nodes: readonly ElementContent[],
  { metadata, placeOf }: Pick<Manuscript, "metadata" | "placeOf">,
): void {
  const values = valuesOf(metadata).toSorted((a, b) => b.value.length - a.value.length);
  visit({ type: "root", children: [...nodes] }, "element", (element) => {
    const hasWords = element.children.some((child) => child.type === "text" && child.value.trim() !== "");
    const text = hasWords ? textOf(element) : "";
    const isCover = element.tagName === "img" && element.properties.src === metadata.cover?.image;
    const path = isCover ? ["cover", "image"] : values.find(({ value }) => text.includes(value))?.path;
    if (path) Object.assign(element, standingAt(placeOf(...path)));
  });
}

/** Say of an element of publication.yaml where it stands. */
export function standingAt(place: Place) {
  return { position: { start: place, end: place }, data: sourceData(place.file) };
}

/** What a template may print word for word, with its path; what is written out in another form, as a date, is not found by its value. */
function valuesOf(metadata: Metadata): readonly { readonly value: string; readonly path: Path }[] {
  const { contributors, series, cover } = metadata;
  const plain = (
    ["title", "subtitle", "publisher", "isbn", "price", "doi", "rights", "license", "description"] as const
  ).map((key) => ({ value: metadata[key], path: [key] }));
  return [
    ...plain,
    { value: metadata.isbnPrinted, path: ["isbn"] },
    ...(["title", "note"] as const).map((key) => ({ value: series?.[key], path: ["series", key] })),
    ...(["caption", "credit"] as const).map((key) => ({ value: cover?.[key], path: ["cover", key] })),
    ...contributors.flatMap(({ name, biography }, i) => [
      { value: name, path: ["contributors", i] },
      { value: biography, path: ["contributors", i, "biography"] },
    ]),
  ].flatMap(({ value, path }) => (value ? [{ value, path }] : []));
}

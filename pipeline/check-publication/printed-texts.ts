import { toString as textOf } from "hast-util-to-string";
import type { Metadata, Place } from "../publication.js";
import type { Whole } from "./rule.js";

/** Words that quoin prints to the letter, and where they stand. */
export interface PrintedText {
  readonly text: string;
  /** What they are, for messages: "`series.title`", "the front matter". */
  readonly what: string;
  readonly at: Partial<Place>;
}

/** List what is printed as it stands in publication.yaml and in the front matter of sources. */
export function printedTexts({
  manuscript,
  chapters,
}: Pick<Whole, "manuscript" | "chapters">): PrintedText[] {
  const ofMetadata = valuesOf(manuscript.metadata).map(([path, text]) => {
    const name = path.filter((step) => typeof step === "string").join(".");
    return { text, what: `\`${name}\``, at: manuscript.placeOf(...path) };
  });
  const ofSources = chapters.flatMap(({ path, subtitle = "", authors, title, place }) => {
    const top = { file: path, line: 1, column: 1 };
    const matter = { text: [subtitle, ...authors].join(" "), what: "the front matter", at: top };
    // A title from the front matter comes without a position; one from a heading is read as Markdown.
    if (title.some(({ position }) => position)) return [matter];
    return [matter, { text: textOf({ type: "root", children: [...title] }), what: "the title", at: place }];
  });
  return [...ofMetadata, ...ofSources].filter(({ text }) => text.trim() !== "");
}

function valuesOf(
  metadata: Metadata,
): readonly (readonly [path: readonly (string | number)[], text: string])[] {
  const {
    title,
    subtitle = "",
    publisher = "",
    rights = "",
    description = "",
    series,
    contributors,
    cover,
    body,
  } = metadata;
  return [
    [["title"], title],
    [["subtitle"], subtitle],
    [["publisher"], publisher],
    [["rights"], rights],
    [["description"], description],
    [["series", "title"], series?.title ?? ""],
    [["series", "note"], series?.note ?? ""],
    [["cover", "caption"], cover?.caption ?? ""],
    [["cover", "credit"], cover?.credit ?? ""],
    ...contributors.map(
      ({ name, biography = "" }, i) => [["contributors", i], `${name} ${biography}`] as const,
    ),
    ...body.flatMap((entry, i) =>
      typeof entry !== "string" && "title" in entry ? [[["body", i, "title"], entry.title] as const] : [],
    ),
  ];
}

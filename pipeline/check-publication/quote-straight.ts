import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import type { VFileMessage } from "vfile-message";
import { problem } from "../problem.js";
import type { Metadata, Place } from "../publication.js";
import type { PublicationRule } from "./rule.js";

/** Report straight quotes where quoin prints to the letter: publication.yaml, front matter, the words of drawings. */
export const quoteStraight: PublicationRule = ({ manuscript, chapters, publication }) => {
  const messages: VFileMessage[] = [];
  const look = (text: string, what: string, at: Partial<Place>) => {
    const [quote] = /["']/.exec(text) ?? [];
    if (!quote) return;
    const reason = `Unexpected straight quote ${quote} in ${what}, which is printed as it is written; expected “ ” or ‘ ’`;
    messages.push(problem("quote-straight", reason, at));
  };
  for (const [path, text] of printedTexts(manuscript.metadata)) {
    const name = path.filter((step) => typeof step === "string").join(".");
    look(text, `\`${name}\``, manuscript.placeOf(...path));
  }
  for (const { path, subtitle = "", authors, title, place } of chapters) {
    const top = { file: path, line: 1, column: 1 };
    look([subtitle, ...authors].join(" "), "the front matter", top);
    // A title from the front matter comes without a position; one from a heading has its quotes set already.
    if (title.every(({ position }) => !position))
      look(textOf({ type: "root", children: [...title] }), "the title", place);
  }
  for (const { path, svg } of publication.images.values()) {
    if (!svg) continue;
    visit(svg, { type: "element", tagName: "text" }, (text) =>
      look(textOf(text), "a drawing", { file: path }),
    );
  }
  return messages;
};

function printedTexts(
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
  } = metadata;
  return [
    [["title"], title],
    [["subtitle"], subtitle],
    [["publisher"], publisher],
    [["rights"], rights],
    [["description"], description],
    [["series", "title"], series?.title ?? ""],
    [["series", "note"], series?.note ?? ""],
    ...contributors.map(
      ({ name, biography = "" }, i) => [["contributors", i], `${name} ${biography}`] as const,
    ),
  ];
}

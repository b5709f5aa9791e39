import type { ElementContent } from "hast";
import { h } from "hastscript";
import { count } from "../count.js";
import { changeName } from "../page-words.js";
import type { Piece, WordChange } from "../words.js";

/** Words of a passage beyond which its middle is folded away. */
const longest = 70;

/** List words that changed, with those around them. */
export function wordsSection(changes: readonly WordChange[]): ElementContent {
  return h("ol.words", changes.map(entry));
}

function entry({ kind, section, oldPage, newPage, pieces }: WordChange): ElementContent {
  const page = changeName(oldPage, newPage);
  const isLong = pieces.some(({ text }) => text.split(" ").length > longest);
  const words = pieces.reduce((sum, { text }) => sum + text.split(" ").length, 0);
  return h("li", [
    h("p.place", [
      section === "" ? "" : h("em", section),
      section !== "" && page !== "" ? ", " : "",
      page,
      kind === "moved" ? " (moved)" : "",
    ]),
    h("p.text", { dir: "auto" }, inline(pieces.map(isLong ? abridged : whole))),
    ...(isLong
      ? [
          h("details", [
            h("summary", `All ${count(words, "word")}`),
            h("p.text", { dir: "auto" }, inline(pieces)),
          ]),
        ]
      : []),
  ]);
}

function inline(pieces: readonly Piece[]): ElementContent[] {
  return pieces.flatMap(({ kind, text }, i) => [
    { type: "text" as const, value: i > 0 ? " " : "" },
    kind === "same" ? { type: "text" as const, value: text } : h(kind === "old" ? "del" : "ins", text),
  ]);
}

function whole(piece: Piece): Piece {
  return piece;
}

function abridged({ kind, text }: Piece): Piece {
  const words = text.split(" ");
  return {
    kind,
    text: words.length <= longest ? text : [...words.slice(0, 40), "[…]", ...words.slice(-15)].join(" "),
  };
}

import { expect, test } from "vitest";
import type { Item, Tag } from "../../../../pipeline/write/pdf/tags/item.js";
import { finishList } from "../../../../pipeline/write/pdf/tags/list-item.js";

const tag = (type: string, ...children: readonly Item[]): Tag => ({ kind: "tag", type, children });
const mark = (id: number): Item => ({ kind: "mark", page: 0, id });
const show = (item: Item): string =>
  item.kind === "tag"
    ? `${item.type}(${item.children.map(show).join(" ")})`
    : item.kind === "mark"
      ? String(item.id)
      : "";

test.each([
  ["text alone", tag("LI", mark(1)), "LI(LBody(1))"],
  ["a bullet", tag("LI", tag("Lbl", mark(0)), mark(1), tag("L", tag("LI"))), "LI(Lbl(0) LBody(1 L(LI())))"],
  [
    "the number of a note",
    tag("LI", tag("P", tag("Lbl", mark(0)), mark(1)), tag("P", mark(2))),
    "LI(Lbl(0) LBody(P(1) P(2)))",
  ],
  [
    "a number alone in its paragraph",
    tag("LI", tag("P", tag("Lbl", mark(0))), tag("L", tag("LI"))),
    "LI(Lbl(0) LBody(L(LI())))",
  ],
  [
    "a bullet and a number",
    tag("LI", tag("Lbl", mark(0)), tag("P", tag("Lbl", mark(1)), mark(2))),
    "LI(Lbl(0 1) LBody(P(2)))",
  ],
])("an item with %s", (_, item, expected) => {
  expect(show(finishList(item))).toBe(expected);
});

import type { Draft, Item } from "./draft.js";
import { markerOf } from "./note-marker.js";

/** Tell the items of lists: behind bullets, or behind numbers that count up from 1. */
export function recogniseLists(draft: Draft): Draft {
  const marks = draft.items.map((item) => (item.kind === "text" ? markerOf(item.text) : undefined));
  let expected = 1;
  const items = draft.items.map((item, i): Item => {
    const mark = marks[i];
    const rest = mark?.rest ?? "";
    if (mark?.kind === "bullet") return { ...item, text: rest, kind: "item", list: "bulleted" };
    const counts = mark?.kind === "number" && Number(mark.number) === expected;
    const goesOn = marks[i + 1]?.kind === "number" && Number(marks[i + 1]?.number) === expected + 1;
    if (counts && (goesOn || expected > 1)) {
      expected++;
      return { ...item, text: rest, kind: "item", list: "numbered", number: mark.number };
    }
    expected = 1;
    return item;
  });
  return { ...draft, items };
}

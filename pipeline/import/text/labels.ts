import type { Part } from "./chapters.js";
import type { Draft } from "./draft.js";
import { calledIn } from "./marks.js";

/** Where a note goes, and what it is called there. */
export interface Labelled {
  /** Undefined where nothing calls it. */
  readonly part?: number;
  readonly label: string;
  readonly number: string;
}

const signs: Readonly<Record<string, string>> = {
  "*": "star",
  "†": "dagger",
  "‡": "double-dagger",
  "§": "section",
};

/** Label every note within the part that calls it first: by its number where that part has it once, else by number and count. */
export function labelNotes({ notes, items }: Draft, parts: readonly Part[]): readonly Labelled[] {
  const partOf = new Map<number, number>();
  for (const [p, part] of parts.entries())
    for (const i of part.items)
      for (const note of calledIn(items[i]?.text ?? "")) if (!partOf.has(note)) partOf.set(note, p);
  const counts = new Map<string, number>();
  return notes.map(({ number }, i) => {
    const part = partOf.get(i);
    if (part === undefined) return { label: number, number };
    const name = /^\d+$/.test(number) ? number : (signs[number[0] ?? ""] ?? "sign");
    const n = (counts.get(`${part} ${name}`) ?? 0) + 1;
    counts.set(`${part} ${name}`, n);
    return { part, number, label: n === 1 && name === number ? name : `${name}-${n}` };
  });
}

/** Whether the numbers of notes begin again in every chapter. */
export function restartsByChapter(notes: readonly Labelled[]): boolean {
  const called = notes.filter(({ part, number }) => part !== undefined && /^\d+$/.test(number));
  const firsts = called.filter(({ number }) => number === "1");
  return firsts.length > 1 && new Set(firsts.map(({ part }) => part)).size === firsts.length;
}

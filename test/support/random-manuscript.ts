/** What a random manuscript is made of. */
export interface Ingredients {
  readonly chapters: number;
  /** Blocks of each chapter. */
  readonly blocks: number;
  /** Calls of notes in a paragraph, at most. */
  readonly calls: number;
  /** Words of a note, at most; one in eight is five times as long. */
  readonly words: number;
}

const vocabulary = (
  "a by in of so to and the else stone storms seldom autumn arrive before harbour weather promise because nothing carefully " +
  "considers engineers inspected breakwaters municipality quay-side tide’s low-lying half–forgotten"
).split(" ");

/** A drawing for figures of random manuscripts. */
export const randomDrawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 150"><path d="M0 20C200 20 200 140 400 140"/></svg>`;

/**
 * Make Markdown with notes in all places where they may be called and of all kinds that there are, by path; the same for the
 * same seed. Figures show `dot.svg`.
 */
export function randomManuscript(seed: number, ingredients: Ingredients): Record<string, string> {
  let state = seed * 7919 + 17;
  const below = (limit: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const words = (count: number) =>
    Array.from({ length: count }, () => {
      const word = pick(vocabulary);
      return below(14) === 0 ? `*${word} ${pick(vocabulary)}*` : word;
    }).join(" ");

  const chapter = (number: number): string => {
    const notes: string[] = [];
    const call = (): string => {
      // An older note is called again, now and then.
      if (notes.length > 0 && below(10) === 0) return `[^${below(notes.length)}]`;
      notes.push(`[^${notes.length}]: ${note(notes.length)}`);
      return `[^${notes.length - 1}]`;
    };
    const note = (index: number): string => {
      const length = 3 + below(ingredients.words) * (below(8) === 0 ? 5 : 1);
      const text = `${words(length)}.`;
      const see = index > 0 && below(4) === 0 ? ` See [](#note-${below(index)}).` : "";
      const kinds = [
        "",
        "",
        "",
        "",
        ` <https://example.org/harbours/${"quay/".repeat(1 + below(12))}plan.html?at=${below(9999)}>`,
        `\n\n    ${words(4 + below(ingredients.words))}`,
        `\n\n    - ${words(4 + below(20))}\n    - ${words(4 + below(20))}\n    - ${words(4 + below(20))}`,
        `\n\n    1. ${words(4 + below(20))}\n    2. ${words(4 + below(20))}`,
        `\n\n    > ${words(4 + below(ingredients.words))}\n\n    ${words(5)}`,
      ];
      return text + see + pick(kinds);
    };
    const calls = (most: number) => Array.from({ length: below(most + 1) }, call).join("");
    const sentence = (count: number) => `${words(count)}${calls(1)} ${words(3 + below(12))}.`;
    const paragraph = () =>
      Array.from({ length: 1 + below(ingredients.calls) }, () => sentence(8 + below(40))).join(" ");
    const blocks: (() => string)[] = [
      paragraph,
      paragraph,
      paragraph,
      paragraph,
      paragraph,
      () => `${words(12)}${calls(1)}${calls(1)}`,
      () => `## ${words(3)}${calls(1)}\n\n${paragraph()}`,
      () =>
        `- ${words(9)}${calls(1)}\n- ${words(30)}${calls(1)}\n    - ${words(6)}${calls(1)}\n- ${words(4)}`,
      () => `1. ${paragraph()}\n\n2. ${words(9)}${calls(2)}`,
      () => `> ${paragraph()}`,
      () => `:::callout\n**Harbours**\n\n${words(30)}${calls(1)}\n:::`,
      () => `:::figure\n![A line](dot.svg)\n\n${words(9)}${calls(2)}\n:::`,
      () =>
        `:::table\n| ${words(2)}${calls(1)} | ${words(2)} |\n|---|---|\n${Array.from(
          { length: 2 + below(12) },
          () => `| ${words(3)}${calls(1)} | ${words(2 + below(9))} |`,
        ).join("\n")}\n\n${words(5)}${calls(1)}\n:::`,
    ];
    const body = Array.from({ length: ingredients.blocks }, () => pick(blocks)());
    return [`# Chapter ${number}${calls(1)}`, paragraph(), ...body, ...notes].join("\n\n");
  };
  return Object.fromEntries(
    Array.from({ length: ingredients.chapters }, (_, i) => [`c${i + 1}.md`, chapter(i + 1)]),
  );
}

import { citation, heading, paragraph, sentence } from "./prose.js";
import { type Random, random } from "./random.js";

/** What a volume is made of, chapter by chapter: about the measures of a collected volume of 240,000 words in 35 chapters. */
const measures = { sections: 8, paragraphs: 9, words: 74, notes: 37 };

/** Make a volume of so many chapters: its files by path. The same volume for the same seed. */
export function volume(chapters: number, seed = 1): Record<string, string> {
  const chance = random(seed);
  const numbers = Array.from({ length: chapters }, (_, index) => index + 1);
  const files: Record<string, string> = {};
  for (const number of numbers) files[name(number)] = chapter(number, chance);
  for (const number of numbers) files[`images/chart-${number}.svg`] = drawing(chance);
  files["publication.yaml"] = [
    "title: Harbours of the Long Estuary",
    "language: en",
    "author: The Estuary Papers",
    "date: 2020-05-01",
    "identifier: urn:uuid:5c6f6f0e-6a5b-4b0e-8f0c-2d9a3a1f0b77",
    "notes: {placement: endnotes, numbering: chapter}",
    "body:",
    ...numbers.map((number) => `  - ${name(number)}`),
    "",
  ].join("\n");
  return files;
}

const name = (number: number) => `chapter-${String(number).padStart(2, "0")}.md`;

/** Write one chapter. Its notes count from 1, as in every other chapter, and one in six refers to an earlier one. */
function chapter(number: number, chance: Random): string {
  const notes: string[] = [];
  const call = (): string => {
    const label = notes.length + 1;
    const see = label > 1 && label % 6 === 0 ? `; see [](#note-${chance.between(1, label - 1)})` : "";
    const more = chance.below(3) === 0 ? ` ${sentence(chance)}.` : "";
    notes.push(`[^${label}]: ${citation(chance)}${see}.${more}`);
    return `[^${label}]`;
  };
  const total = measures.sections * measures.paragraphs;
  const blocks = Array.from({ length: total }, (_, index) => {
    const text = paragraph(chance, measures.words);
    const due = Math.floor(((index + 1) * measures.notes) / total) > notes.length;
    const marked = due ? `${text}${call()}` : text;
    const title = index % measures.paragraphs === 0 ? `## ${heading(chance)}\n\n` : "";
    return `${title}${index === 4 ? `${marked} [](#fig-${number}) and [](#tab-${number}) show it.` : marked}`;
  });
  blocks.splice(6, 0, figure(number), table(number, chance));
  return `${[`# ${heading(chance)}, ${1900 + number}`, ...blocks, ...notes].join("\n\n")}\n`;
}

const figure = (number: number) =>
  `:::figure{#fig-${number} size=column credit="Drawn for this volume."}\n![A line that rises and falls.](images/chart-${number}.svg)\n\nWater at the outer gauge, year by year.\n:::`;

function table(number: number, chance: Random): string {
  const rows = Array.from(
    { length: 8 },
    (_, row) => `| ${1900 + row * 5} | ${chance.between(100, 999)} | ${chance.between(10, 99)} |`,
  );
  return `:::table{#tab-${number}}\n| Year | Ships | Days closed |\n| --- | ---: | ---: |\n${rows.join("\n")}\n\nShips in the outer harbour.\n:::`;
}

function drawing(chance: Random): string {
  const points = Array.from({ length: 20 }, (_, index) => `${index * 20} ${chance.between(10, 140)}`).join(
    " L",
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 150"><path fill="none" stroke="#334" stroke-width="2" d="M${points}"/></svg>\n`;
}

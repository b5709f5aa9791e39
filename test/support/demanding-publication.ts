import type { Manuscript, TypesetterName } from "../../pipeline/publication.js";
import { memoryManuscript } from "./memory-manuscript.js";

const words =
  "Responsible municipalities consider breakwaters carefully before the autumn storms, since insurance correspondents seldom understand sedimentation";
const sentence = (n: number) => `${words} in the ${n}th season.`;
const sentences = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => sentence(from + i)).join(" ");
const paragraphs = (from: number, count: number, length = 5) =>
  Array.from({ length: count }, (_, i) => sentences(from + i * length, length)).join("\n\n");

const drawing = (name: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"><rect width="400" height="300" fill="#ccd"/><text x="20" y="40">${name} in the drawing</text></svg>`;

const figures = ["a", "b", "c"];
const figure = (name: string) =>
  `:::figure{#fig-${name}}\n![A grey plane](images/${name}.svg)\n\nThe plane ${name} at low water.\n:::`;

const table = [
  "| Basin | Depth | Remark |",
  "| --- | --: | --- |",
  ...Array.from({ length: 70 }, (_, i) => `| Basin ${i + 1} | ${i * 7}.5 | Sounded in the ${i + 1}th week |`),
].join("\n");

const code = ["```text", ...Array.from({ length: 90 }, (_, i) => `level ${i} = moon ${i} + sun`), "```"].join(
  "\n",
);

const list = Array.from(
  { length: 25 },
  (_, i) => `${i + 1}. ${sentence(i)}\n\n   ${sentences(i, 2)}\n\n   - ${sentence(i + 1)}\n   - Short ${i}`,
).join("\n");

const note = (label: string, n: number) =>
  `[^${label}]: ${sentences(n, 3)}\n\n    ${sentences(n + 3, 4)}\n\n    > ${sentences(n + 7, 2)}\n`;

const labels = Array.from({ length: 20 }, (_, i) => `n${i}`);

/** Hold a publication in memory that breaks its pages wherever pages can break: in paragraphs, lists, tables, code, notes, contents. */
export function demandingPublication(typesetter: TypesetterName): Manuscript {
  const sections = Array.from(
    { length: 60 },
    (_, i) => `## Section ${i + 1} of many\n\n${sentence(i)} ${sentence(i + 1)}`,
  ).join("\n\n");
  return memoryManuscript(
    {
      "front/preface.md": `# Preface\n\n${paragraphs(0, 12)}`,
      "text.md": `# Text\n\n${figures.map((name, i) => `${paragraphs(i * 9, 3)}\n\n${figure(name)}\n\n${paragraphs(i * 9 + 5, 3)}`).join("\n\n")}\n\n> ${sentences(1, 30)}\n`,
      "lists.md": `# Lists\n\n${list}\n\n:::table{#tbl-depths}\nDepths at low water.\n\n${table}\n:::\n\n${code}\n`,
      "notes.md": `# Called\n\n${labels.map((label) => `${sentence(3)}[^${label}]`).join("\n\n")}\n\n${labels.map(note).join("\n")}`,
      "sections.md": `# Sections\n\n${sections}`,
    },
    { title: "Where pages break", typesetter },
    Object.fromEntries(figures.map((name) => [`images/${name}.svg`, drawing(name)])),
  );
}

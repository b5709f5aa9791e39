import type { Files } from "../write-files.js";
import { photograph } from "./photograph.js";
import { citation, paragraph, sentence } from "./prose.js";
import { random } from "./random.js";

/** A publication that has far more of one thing than any author would write. */
export interface Shape {
  readonly name: string;
  /** How much of it a book must bear. */
  readonly most: number;
  /** Its files by path, for a given amount. */
  files(amount: number): Files | Promise<Files>;
}

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 40"><path fill="none" stroke="#334" d="M0 20 L400 30"/></svg>\n`;

const publication = (text: string, more: Files = {}): Files => ({
  "publication.yaml":
    "title: A Trial of Size\nlanguage: en\nauthor: The Estuary Papers\nidentifier: urn:uuid:0b2b7a52-58a1-4d2e-9d65-9d7f2a3f5f10\nbody: [trial.md]\n",
  "trial.md": `# A trial\n\n${text}\n`,
  ...more,
});
const times = (amount: number, make: (index: number) => string, between = "\n\n") =>
  Array.from({ length: amount }, (_, index) => make(index)).join(between);

/** Make another file of a JPEG, by a comment (ITU-T T.81, B.2.4.5): to draw each takes longer than to build with it. */
function numbered(jpeg: Uint8Array, number: number): Uint8Array {
  const comment = Buffer.from(`${number}`.padStart(6, "0"));
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, 8]), comment, jpeg.subarray(2)]);
}

/** The shapes that must build in a time that grows with their size and no faster. */
export const shapes: readonly Shape[] = [
  {
    name: "notes in one chapter",
    most: 5000,
    files: (amount) => {
      const chance = random(2);
      const calls = times(amount, (index) => `${sentence(chance)}.[^${index}]`);
      return publication(`${calls}\n\n${times(amount, (index) => `[^${index}]: ${citation(chance)}.`)}`);
    },
  },
  {
    name: "rows of a table",
    most: 8000,
    files: (amount) => {
      const chance = random(3);
      const rows = times(
        amount,
        (index) => `| ${index + 1} | ${sentence(chance)} | ${chance.below(999)} |`,
        "\n",
      );
      return publication(
        `:::table{#ledger}\n| No. | Entry | Ships |\n| ---: | --- | ---: |\n${rows}\n\nThe ledger.\n:::\n\n[](#ledger) is long.`,
      );
    },
  },
  {
    name: "words in one paragraph",
    most: 50_000,
    files: (amount) => publication(paragraph(random(4), amount)),
  },
  {
    name: "figures",
    most: 2000,
    files: (amount) =>
      publication(
        times(
          amount,
          (index) =>
            `:::figure{#fig-${index}}\n![A line.](images/line.svg)\n\nThe line, once more.\n:::\n\nSee [](#fig-${index}).`,
        ),
        { "images/line.svg": drawing },
      ),
  },
  {
    name: "photographs",
    most: 400,
    files: async (amount) => {
      const drawn = await photograph(1);
      const images = Array.from({ length: amount }, (_, index) => [
        `images/${index}.jpg`,
        numbered(drawn, index),
      ]);
      const figures = times(
        amount,
        (index) =>
          `:::figure{#photo-${index}}\n![Waves.](images/${index}.jpg)\n\nThe waves, once more.\n:::\n\nSee [](#photo-${index}).`,
      );
      return publication(figures, Object.fromEntries(images));
    },
  },
  {
    name: "cross-references",
    most: 10_000,
    files: (amount) => {
      const chance = random(5);
      const sections = Math.max(1, Math.round(amount / 20));
      return publication(
        times(sections, (index) => {
          const references = times(20, () => `[](#part-${chance.below(sections)})`, ", ");
          return `## Part ${index + 1} {#part-${index}}\n\n${sentence(chance)}: ${references}.`;
        }),
      );
    },
  },
];

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { publish } from "../../pipeline/publish.js";
import { toRecord } from "../../pipeline/report.js";
import { typesetter } from "./browser.js";
import { memoryManuscript } from "./memory-manuscript.js";
import { reportTheme } from "./report-theme.js";

const drawing = (height: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><rect x="20" y="10" width="60" height="${height}"/></svg>`;

const figure = `:::figure{#growth}
![One bar.](images/bar.svg)

The years of growth.
:::
`;
const filler = Array.from(
  { length: 26 },
  (_, i) =>
    `Paragraph ${"abcdefghijklmnopqrstuvwxyz"[i]} of a chapter that is long enough for two pages, so that what stands behind it has a page of its own to stand on.\n`,
);
const third = `# Third

This chapter is the same in both editions, word for word, but its drawing is not.

![Another bar.](images/other.svg)
`;
const fourth = "# Fourth\n\nThis chapter is the same in both editions, word for word.\n";

const old = {
  "one.md": `# First

A sentence with the word yellow in it.[^kept] See [](#growth) and [the web](https://example.org/old).

## Why whisper

Secrecy was a condition of doing business.[^gone]

${figure}

[^kept]: A note that is in both editions.
[^gone]: This one will be taken out before the book is printed again.
`,
  "two.md": `# Second\n\n${filler.join("\n")}`,
  "three.md": third,
  "four.md": fourth,
};

const now = {
  "one.md": `# First

A sentence with the word green in it.[^first][^kept] See [](#growth) and [the web](https://example.org/new).

## Why they whisper

Secrecy was a condition of doing business.

[^first]: An addition by the author.
[^kept]: A note that is in both editions.
`,
  "two.md": `# Second\n\n${filler.join("\n")}\n${filler.map((each) => each.replace("Paragraph", "Addition")).join("\n")}\n${figure}`,
  "three.md": third,
  "four.md": fourth,
};

/** Write two editions of one small report into a folder, as `old` and `new`: they differ in each way that is compared. */
export async function writeTwoEditions(folder: string): Promise<void> {
  const theme = await reportTheme();
  const tools = { typesetter, progress: () => undefined, pause: async () => undefined, clock: () => 0 };
  for (const [name, sources, title, height] of [
    ["old", old, "Two editions", 60],
    ["new", now, "Two Editions", 80],
  ] as const) {
    const images = { "images/bar.svg": drawing(height), "images/other.svg": drawing(height - 20) };
    const metadata = { title, body: Object.keys(sources) };
    const manuscript = memoryManuscript(sources, metadata, images);
    const { artifacts, messages } = await publish(manuscript, theme, ["screen", "epub"], tools);
    const out = join(folder, name);
    mkdirSync(out);
    for (const artifact of artifacts) writeFileSync(join(out, artifact.name), artifact.file.read());
    const result = { folder: out, artifacts, messages, stages: [], metadata: manuscript.metadata };
    writeFileSync(join(out, "build.json"), JSON.stringify(toRecord(result, out)));
  }
}

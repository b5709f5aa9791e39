import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "./temporary-folder.js";

/** Write a small title into a folder; `text` is its one chapter. */
export function writeTitle(folder: string, title: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  const yaml = `title: ${title}\nlanguage: en\nauthor: A. Author\ndate: 2026-01-15\nidentifier: doi:10.1000/${title}\nbody: [one.md]\n`;
  writeFileSync(join(folder, "publication.yaml"), yaml);
  writeFileSync(join(folder, "one.md"), text);
}

/** Make a folder with a catalogue of three titles in `books`, and with what is none beside them. */
export function catalogue(): string {
  const folder = temporaryFolder({ "README.md": "x", "books/node_modules/x/publication.yaml": "title: X\n" });
  for (const name of ["atlas", "birds", "coasts"])
    writeTitle(join(folder, "books", name), name, `# ${name}\n\nWords of ${name}.\n`);
  return folder;
}

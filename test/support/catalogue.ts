import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Write a small title into a folder; `text` is its one chapter. */
export function writeTitle(folder: string, title: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  const yaml = `title: ${title}\nlanguage: en\nauthor: A. Author\ndate: 2026-01-15\nidentifier: doi:10.1000/${title}\nbody: [one.md]\n`;
  writeFileSync(join(folder, "publication.yaml"), yaml);
  writeFileSync(join(folder, "one.md"), text);
}

import type { Division } from "../publication.js";
import { slug } from "../slug.js";
import type { ImportedChapter } from "./importer.js";

/** File names are cut here: longer ones are a burden in links and in the e-book. */
const longest = 48;

/** Name the file of every chapter after its words, each once; `chapter-3.md` where they have no letters that a file name takes. */
export function chapterFiles(chapters: readonly ImportedChapter[]): readonly string[] {
  const taken = new Set<string>(["import-report.md"]);
  return chapters.map(({ name }, i) => {
    const stem = cut(slug(name)) || `chapter-${i + 1}`;
    let file = `${stem}.md`;
    for (let n = 2; taken.has(file); n++) file = `${stem}-${n}.md`;
    taken.add(file);
    return file;
  });
}

function cut(stem: string): string {
  if (stem.length <= longest) return stem;
  const end = stem.lastIndexOf("-", longest);
  return stem.slice(0, end > 0 ? end : longest);
}

/** List the files of a division in reading order. */
export function filesOf(
  division: Division,
  chapters: readonly ImportedChapter[],
  files: readonly string[],
): readonly string[] {
  return files.filter((_, i) => chapters[i]?.division === division);
}

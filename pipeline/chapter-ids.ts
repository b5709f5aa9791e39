import { slug, uniqueId } from "./slug.js";

/** Ids that quoin makes itself, as whole ids or as beginnings: no chapter and no author may take them. */
export const madeIds =
  /^(?:fn|fnref|page|notes|cover|imprint|contents|contributors|title-page|nav|toc)(?:-|$)/;

/** Name every source by its file's stem, so that `israel.md` is `#israel` in print and `israel.xhtml` in the EPUB. */
export function chapterIds(paths: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(paths.map((path) => [path, uniqueId(stem(path), taken)]));
}

function stem(path: string): string {
  const name = slug(path.replace(/^.*\//, "").replace(/\.[^.]*$/, "")) || "chapter";
  return madeIds.test(name) ? `chapter-${name}` : name;
}

/** Name a group of chapters by its title, so that no chapter, whose ids are `taken`, has the same name. */
export function groupId(title: string, taken: Set<string>): string {
  const name = slug(title) || "part";
  return uniqueId(madeIds.test(name) ? `part-${name}` : name, taken);
}

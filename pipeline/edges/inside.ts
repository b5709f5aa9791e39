import { isAbsolute, relative, sep } from "node:path";

/** Say whether a path is a folder's own or lies below it; both absolute, links resolved. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

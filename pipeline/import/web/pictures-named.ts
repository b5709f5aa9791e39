import { Parser } from "htmlparser2";
import { resolved } from "../markup/paths.js";

/** List the pictures that a page shows and does not hold itself, by their paths from its folder; what leads out of it is left out. */
export function picturesNamed(text: string): readonly string[] {
  const found = new Set<string>();
  const parser = new Parser({
    onopentag(name, { src, href, "xlink:href": linked }) {
      const url = name === "img" ? src : name === "image" ? (href ?? linked) : undefined;
      if (url && isBelow(url)) found.add(resolved("", url));
    },
  });
  parser.end(text);
  return [...found];
}

/** Whether an address is a path that stays below the folder which it begins in. */
function isBelow(url: string): boolean {
  if (/^[a-z][a-z\d+.-]*:|^[/\\]|[?\0]/i.test(url)) return false;
  let depth = 0;
  for (const step of url.split("/")) {
    depth += step === ".." ? -1 : step === "." || step === "" ? 0 : 1;
    if (depth < 0) return false;
  }
  return !/%2e%2e|\\/i.test(url);
}

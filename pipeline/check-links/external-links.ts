import { visit } from "unist-util-visit";
import type { At } from "../problem.js";
import type { Publication } from "../publication.js";

/** Find every link of a publication that leads to the web, with all its places; fragments do not count. */
export function externalLinks({ parts }: Publication): ReadonlyMap<string, readonly At[]> {
  const links = new Map<string, At[]>();
  for (const { tree } of parts) {
    visit(tree, { type: "element", tagName: "a" }, (link) => {
      const url = addressOf(link.properties.href);
      // What the theme's pages say has no place in the manuscript.
      if (url === undefined || link.data?.file === undefined) return;
      const places = links.get(url);
      const at = { file: link.data.file, node: link };
      if (places) places.push(at);
      else links.set(url, [at]);
    });
  }
  return links;
}

function addressOf(href: unknown): string | undefined {
  if (typeof href !== "string" || !/^https?:\/\//i.test(href) || !URL.canParse(href)) return undefined;
  const url = new URL(href);
  url.hash = "";
  return url.href;
}

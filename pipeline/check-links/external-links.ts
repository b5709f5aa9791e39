import { visit } from "unist-util-visit";
import type { At } from "../problem.js";
import type { Part, Publication } from "../publication.js";

/** Parts that the theme makes of publication.yaml: the work's own DOI, which stands there, leads nowhere before it is published. */
const fromTheme: ReadonlySet<Part["kind"]> = new Set(["cover", "title-page", "imprint"]);

/** Find every link of a publication's texts that leads to the web, with all its places; fragments do not count. */
export function externalLinks({ parts }: Publication): ReadonlyMap<string, readonly At[]> {
  const links = new Map<string, At[]>();
  for (const { tree } of parts.filter(({ kind }) => !fromTheme.has(kind))) {
    visit(tree, { type: "element", tagName: "a" }, (link) => {
      const url = addressOf(link.properties.href);
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

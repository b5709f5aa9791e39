import type { Root } from "mdast";
import { gfmFromMarkdown } from "mdast-util-gfm";

const transforms = gfmFromMarkdown().flatMap((extension) => extension.transforms ?? []);

/** Make links of bare addresses, in place: Markdown makes them of any, and a backslash does not keep it from that. */
export function linkAddresses(tree: Root): void {
  for (const transform of transforms) transform(tree);
}

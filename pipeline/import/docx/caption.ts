import type { RootContent } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import { exhibit, paragraph } from "../structure/blocks.js";
import { labelKey, withoutLabel } from "../structure/caption.js";
import { type Draft, originOf } from "./draft.js";
import { type Read, settle } from "./paragraphs.js";

/** A figure or a table with its caption, which loses the number that quoin gives it. */
export function captioned(
  name: "figure" | "table",
  content: RootContent,
  caption: Read | undefined,
  draft: Draft,
): ContainerDirective {
  if (!caption) return exhibit(name, content, []);
  const { children, label } = withoutLabel(caption.children);
  const made = exhibit(name, content, children.length > 0 ? [paragraph(children)] : []);
  settle(made, caption, draft);
  if (label !== undefined) {
    draft.anchors.set(labelKey(label), made);
    const reason = `Took \`${label}\` off a caption: quoin numbers it`;
    const from = originOf(draft.file, caption.spot);
    draft.findings.push({ rule: "import-caption-prefix", reason, from, to: { node: made }, dropped: label });
  }
  return made;
}

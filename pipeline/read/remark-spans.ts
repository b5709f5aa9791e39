import type { Parents, PhrasingContent, Root, Text } from "mdast";
import type { Node } from "unist";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { spanAttribute } from "../check/span-attributes.js";

const attributes = new RegExp(`^\\]\\{((?:${spanAttribute})+)\\s*\\}`);

/**
 * Read `[words]{lang=he}` as words in another language: `lang`, `dir` or both; and `[words]{.small-caps}` as words in small capitals.
 *
 * Brackets that lead nowhere are plain text in Markdown, so the pair is looked for in the texts of one paragraph; what stands
 * between may hold emphasis and notes.
 */
export function remarkSpans() {
  return (tree: Root, file: VFile): void => {
    const source = String(file);
    // What a backslash stands before is no sign; the tree has forgotten it, the source has not.
    const isEscaped = ({ position }: Node) =>
      source.slice(position?.start.offset, position?.end.offset).includes("\\]{");
    visit(tree, (node) => {
      if ("children" in node && node.children.some((child) => mayClose(child) && !isEscaped(child)))
        join(node);
    });
  };
}

function mayClose(node: Parents["children"][number]): boolean {
  return node.type === "text" && node.value.includes("]{");
}

function join(parent: Parents): void {
  const children = parent.children as PhrasingContent[];
  for (let end = 0; end < children.length; end++) {
    const closing = children[end];
    if (closing?.type !== "text") continue;
    for (let at = closing.value.indexOf("]{"); at >= 0; at = closing.value.indexOf("]{", at + 1)) {
      const match = attributes.exec(closing.value.slice(at));
      const start = match ? opening(children, end, at) : undefined;
      if (!match || !start) continue;
      const opened = children[start.index] as Text;
      const inner =
        start.index === end
          ? [part(opened, start.at + 1, at)]
          : [
              part(opened, start.at + 1, opened.value.length),
              ...children.slice(start.index + 1, end),
              part(closing, 0, at),
            ];
      const span = { type: "textDirective", name: "span", attributes: valuesOf(match[1] ?? "") } as const;
      const before = part(opened, 0, start.at);
      const after = part(closing, at + match[0].length, closing.value.length);
      const kept = (texts: PhrasingContent[]) => texts.filter((text) => text.type !== "text" || text.value);
      children.splice(
        start.index,
        end - start.index + 1,
        ...kept([before]),
        { ...span, children: kept(inner), ...(opened.position && { position: opened.position }) },
        ...kept([after]),
      );
      end = start.index;
      break;
    }
  }
}

/** Find the bracket that is open where another closes. */
function opening(
  children: readonly PhrasingContent[],
  end: number,
  before: number,
): { readonly index: number; readonly at: number } | undefined {
  let depth = 0;
  for (let index = end; index >= 0; index--) {
    const child = children[index];
    if (child?.type !== "text") continue;
    for (let at = (index === end ? before : child.value.length) - 1; at >= 0; at--) {
      if (child.value[at] === "]") depth++;
      else if (child.value[at] === "[" && depth-- === 0) return { index, at };
    }
  }
  return undefined;
}

function part(text: Text, from: number, to: number): Text {
  return { ...text, value: text.value.slice(from, to) };
}

function valuesOf(written: string): Record<string, string> {
  const found = written.matchAll(/(lang|dir)="?([\w-]+)/g);
  const values = Object.fromEntries([...found].map(([, name = "", value = ""]) => [name, value]));
  return /\.small-?caps/.test(written) ? { ...values, class: "small-caps" } : values;
}

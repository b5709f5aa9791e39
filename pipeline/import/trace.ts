import type { Nodes, Root } from "mdast";
import type { Position } from "unist";

/** Where each node of a written tree stands in its Markdown, and the first node that does not read back as it was meant. */
export interface Trace {
  readonly places: ReadonlyMap<Nodes, Position>;
  readonly different?: { readonly node: Nodes; readonly meant: string; readonly found: string };
}

/** A node, or neighbouring texts, which Markdown does not keep apart. */
interface Item {
  readonly nodes: Nodes[];
  sign: string;
}

/** Lay the tree that was meant beside the tree that its Markdown reads as. */
export function trace(meant: Root, read: Root): Trace {
  const places = new Map<Nodes, Position>();
  const walk = (parent: Nodes, wanted: readonly Item[], found: readonly Item[]): Trace["different"] => {
    for (let i = 0; i < Math.max(wanted.length, found.length); i++) {
      const [a, b] = [wanted[i], found[i]];
      if (a?.sign !== b?.sign)
        return { node: a?.nodes[0] ?? parent, meant: a?.sign ?? "nothing", found: b?.sign ?? "nothing" };
      const [[first], position] = [a?.nodes ?? [], b?.nodes[0]?.position];
      for (const node of a?.nodes ?? []) if (position) places.set(node, position);
      const inner = first && b?.nodes[0] ? walk(first, itemsOf(first), itemsOf(b.nodes[0])) : undefined;
      if (inner) return inner;
    }
    return undefined;
  };
  const different = walk(meant, itemsOf(meant), itemsOf(read));
  return { places, ...(different && { different }) };
}

function itemsOf(node: Nodes): Item[] {
  const items: Item[] = [];
  for (const child of "children" in node ? (node.children as Nodes[]) : []) {
    const last = items.at(-1);
    if (child.type === "text" && last?.nodes[0]?.type === "text") {
      last.nodes.push(child);
      last.sign += child.value;
    } else items.push({ nodes: [child], sign: signOf(child) });
  }
  for (const item of items)
    if (item.nodes[0]?.type === "text") item.sign = `text ${item.sign.replace(/\s+/g, " ")}`;
  return items;
}

/** All that makes a node what it is, but for its children. */
function signOf(node: Nodes): string {
  switch (node.type) {
    case "text":
      return node.value;
    case "heading":
      return `heading ${node.depth}`;
    case "link":
      return `link ${node.url}`;
    case "image":
      return `image ${node.url} ${node.alt ?? ""}`;
    case "list":
      return node.ordered ? `list from ${node.start ?? 1}` : "list";
    case "footnoteReference":
    case "footnoteDefinition":
      return `${node.type} ${node.identifier}`;
    case "containerDirective":
    case "leafDirective":
    case "textDirective":
      return `${node.type} ${node.name} ${JSON.stringify(Object.entries(node.attributes ?? {}).sort())}`;
    default:
      return "value" in node ? `${node.type} ${node.value}` : node.type;
  }
}

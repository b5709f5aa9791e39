import type { Link, PhrasingContent, Root, Text } from "mdast";
import type { Node, Point } from "unist";
import { SKIP, visit } from "unist-util-visit";
import { letter, parseInline } from "./parse-inline.js";

/** An address that only a space ends takes a note's call along (GitHub Flavored Markdown, 6.9). */
const mayHold = /(?:https?:\/\/|www\.)[^\s<]*\[\^/i;
/** The last one may lack its end, which stands behind the address then. */
const call = /\[\^[^\s\]]+(?:\]|$)/;

/**
 * End bare addresses before the note that is called behind them, as every author means it: no address may hold a bracket
 * (RFC 3986, 3.3). What stands behind is parsed as it would be without the address.
 */
export function endAddresses(tree: Root, source: string, parse: (text: string) => Root): void {
  if (!mayHold.test(source)) return;
  const defined = new Set<string>();
  visit(tree, "footnoteDefinition", ({ identifier }) => void defined.add(identifier));
  visit(tree, "link", (link, index, parent) => {
    const written = source.slice(link.position?.start.offset, link.position?.end.offset);
    const [only] = link.children;
    const isBare = only?.type === "text" && only.value === written;
    const at = isBare ? written.search(call) : -1;
    const start = link.position?.start;
    if (at <= 0 || !start || !parent || index === undefined) return undefined;
    const address = withoutItsEnd(written.slice(0, at));
    const end = takeBracket(written, parent.children[index + 1]);
    const rest = parseInline(written.slice(address.length) + end, defined, parse);
    const from = behind(start, address.length);
    for (const node of rest) shift(node, from);
    parent.children.splice(index, 1, shortened(link, written, address, from), ...rest);
    // The rest may hold further addresses.
    return [SKIP, index + 1];
  });
}

/** Take the bracket that closes a call from the text behind the address that took all else of it along. */
function takeBracket(written: string, next: Node | undefined): string {
  if (!/\[\^[^\s\]]+$/.test(written) || !isText(next) || !next.value.startsWith("]")) return "";
  next.value = next.value.slice(1);
  if (next.position) next.position.start = behind(next.position.start, 1);
  return "]";
}

function isText(node: Node | undefined): node is Text {
  return node?.type === "text";
}

/** Leave out what ends a sentence, or closes a bracket that the address did not open, as where a space follows (6.9). */
function withoutItsEnd(address: string): string {
  const bare = address.replace(/[?!.,:*_~'"]+$/, "");
  const count = (sign: string) => bare.split(sign).length - 1;
  const shorter = bare.endsWith(")") && count(")") > count("(") ? bare.slice(0, -1) : bare;
  return shorter === address ? address : withoutItsEnd(shorter);
}

function shortened(link: Link, written: string, address: string, end: Point): Link {
  const position = link.position && { ...link.position, end };
  const url = link.url.slice(0, link.url.length - written.length + address.length);
  return {
    ...link,
    url,
    children: [{ type: "text", value: address, ...(position && { position }) }],
    position,
  };
}

/** Put a node, and all in it, where it stands in the source: on the line of a point, behind it. */
function shift(root: PhrasingContent, there: Point): void {
  visit(root, ({ position }) => {
    if (!position) return;
    position.start = behind(there, (position.start.offset ?? 0) - letter.length);
    position.end = behind(there, (position.end.offset ?? 0) - letter.length);
  });
}

function behind({ line, column, offset = 0 }: Point, by: number): Point {
  return { line, column: column + by, offset: offset + by };
}

import { Parser } from "htmlparser2";
import { Unreadable } from "./unreadable.js";

/** An element of XML with its content, and where its tags stand in the text. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlNode | string)[];
  readonly offset: number;
}

/** Elements of one text: what is more is no document for people. */
const mostElements = 250_000;
/** Elements in one another: what walks a tree must come back. */
const deepest = 200;

/** Count elements as they open and close; throws Unreadable where they are too many or too deep. */
export function elementGuard(): { open(): void; close(): void } {
  let count = 0;
  let depth = 0;
  return {
    open() {
      count++;
      depth++;
      if (count > mostElements)
        throw new Unreadable(`Unexpected text of more than ${mostElements} elements: bring it in by parts`);
      if (depth > deepest) throw new Unreadable(`Unexpected ${deepest} elements within one another`);
    },
    close() {
      depth--;
    },
  };
}

/** Parse XML into a tree, as a root without a name. Entities that a document declares itself are left as they are written. */
export function parseXml(text: string): XmlNode {
  const root: XmlNode = { name: "", attributes: {}, children: [], offset: 0 };
  const open: XmlNode[] = [root];
  const guard = elementGuard();
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        guard.open();
        const node: XmlNode = { name, attributes, children: [], offset: parser.startIndex };
        open.at(-1)?.children.push(node);
        open.push(node);
      },
      ontext(data) {
        open.at(-1)?.children.push(data);
      },
      onclosetag() {
        guard.close();
        open.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return root;
}

/** List all elements below a node in the order of the text. */
export function descendants(node: XmlNode): XmlNode[] {
  const found: XmlNode[] = [];
  const walk = (parent: XmlNode) => {
    for (const child of elements(parent)) {
      found.push(child);
      walk(child);
    }
  };
  walk(node);
  return found;
}

/** List the elements directly in a node. */
export function elements(node: XmlNode): XmlNode[] {
  return node.children.filter((child): child is XmlNode => typeof child !== "string");
}

/** Find the first element of a name directly in a node. */
export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node && elements(node).find((child) => child.name === name);
}

/** Join all text of a node. */
export function textOf(node: XmlNode | undefined): string {
  return (node?.children ?? []).map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}

/** Write a text so that it can stand in an element or, between double quotation marks, in an attribute. */
export function escapeXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
}

import type { Link, Nodes, PhrasingContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { addressMark, anyMark } from "./marks.js";

/** In a longer text nothing is looked for: time grows faster than its length. */
const longestMarked = 20_000;

/** Everything of Markdown but emphasis, links and addresses in angle brackets: the rest is no markup in a plain text. */
const literal = {
  disable: {
    null: (
      "blankLine blockQuote characterEscape characterReference codeFenced codeIndented codeText definition hardBreakEscape " +
      "headingAtx htmlFlow htmlText labelStartImage list setextUnderline thematicBreak"
    ).split(" "),
  },
};

/** An address in the text itself; those in links and angle brackets are Markdown's. */
const bareAddress = /(?<![\w/.<]|\]\()(?:https?:\/\/|www\.)[^\s<>“”"\u2e0e\ufdd0]+/g;

type Refining = InlineContext & { readonly addresses: readonly string[] };

/** What an inline text is made with. */
export interface InlineContext {
  /** What a comment says where words are missing. */
  readonly gap: string;
  /** The label of a note, by index, and the number that the original printed. */
  readonly nameOf: (note: number) => { readonly label: string; readonly number: string };
  /** Told of the words of a link that leads nowhere. */
  readonly deadLink: (words: string) => void;
}

/** Read the light markup that extracts keep: *emphasis*, [links](…), bare addresses, and the calls that were marked. */
export function inline(text: string, context: InlineContext): PhrasingContent[] {
  const addresses: string[] = [];
  // Underscores and stars of an address are no emphasis: it is set aside while Markdown looks.
  const aside = text.replace(bareAddress, (found) => {
    const address = addressIn(found);
    return addressMark(addresses.push(address) - 1) + found.slice(address.length);
  });
  const parsed =
    aside.length < longestMarked && /[*_[<]/.test(aside)
      ? fromMarkdown(aside, { extensions: [literal] }).children
      : [];
  const [only] = parsed;
  const children: PhrasingContent[] =
    parsed.length === 1 && only?.type === "paragraph" ? only.children : [{ type: "text", value: aside }];
  return refine(children, { ...context, addresses });
}

function refine(nodes: readonly PhrasingContent[], context: Refining): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === "text") return split(node.value, context);
    if (node.type === "link") return linkOf(node, context);
    if (node.type === "emphasis" || node.type === "strong")
      return [{ type: node.type, children: refine(node.children, context) }];
    return [node];
  });
}

/** A link of the original; its address was among the words there. One without an address is no link: its words stay. */
function linkOf(node: Link, context: Refining): PhrasingContent[] {
  const text = wordsIn(node);
  if (/^#?$/.test(node.url)) {
    context.deadLink(text);
    return [...refine(node.children, context), { type: "html", value: "<!-- a link without an address -->" }];
  }
  const data = text === node.url ? {} : { data: { printed: `${text} ${node.url}` } };
  return [{ type: "link", url: node.url, children: node.children, ...data }];
}

function wordsIn(node: Nodes): string {
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(wordsIn).join("") : "";
}

function split(text: string, { gap, nameOf, addresses }: Refining): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let end = 0;
  const literalTo = (index: number) => {
    if (index > end) nodes.push({ type: "text", value: text.slice(end, index) });
  };
  for (const match of text.matchAll(anyMark)) {
    literalTo(match.index);
    const { call, address } = match.groups ?? {};
    if (address !== undefined) nodes.push(bareLink(addresses[Number(address)] ?? ""));
    else if (call !== undefined) {
      const { label, number } = nameOf(Number(call));
      const data = label === number ? {} : { data: { label: number } };
      nodes.push({ type: "footnoteReference", identifier: label, label, ...data });
    } else nodes.push({ type: "html", value: gap });
    end = match.index + match[0].length;
  }
  literalTo(text.length);
  return nodes;
}

/** An address without the stop or bracket that the sentence set behind it. */
function addressIn(url: string): string {
  let address = url.replace(/[.,;:!?'’”\]*_]+$/, "");
  while (address.endsWith(")") && !address.includes("("))
    address = address.slice(0, -1).replace(/[.,;:]+$/, "");
  return address;
}

function bareLink(address: string): Link {
  const url = address.startsWith("www.") ? `http://${address}` : address;
  const data = url === address ? {} : { data: { printed: address } };
  return { type: "link", url, children: [{ type: "text", value: address }], ...data };
}

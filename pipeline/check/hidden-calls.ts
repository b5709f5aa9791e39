import type { Html, Nodes } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import { visit } from "unist-util-visit";
import type { Place } from "../publication.js";
import { htmlTokens } from "./html-tokens.js";
import { placeWithin } from "./place-within.js";

/** A call `[^label]`, where it was found. */
export interface WrittenCall {
  readonly written: string;
  /** As Markdown compares it. */
  readonly label: string;
  readonly index: number;
}

/** Attributes of directives that are Markdown. */
export const markdownAttributes = ["by", "credit", "role"];
const verbatim = new Set(["code", "pre", "kbd", "samp", "var", "script", "style", "textarea"]);

/** Find the calls in a text; a backslash before one makes words of it. */
export function callsIn(text: string): WrittenCall[] {
  return [...text.matchAll(/(?<!\\)\[\^([^\]\s]+)\]/g)].map(({ 0: written, 1: label = "", index }) => ({
    written,
    label: label.toLowerCase(),
    index,
  }));
}

/** Find the calls in raw HTML: in its text, and not in code. */
export function callsInHtml(html: string): WrittenCall[] {
  if (!html.includes("[^")) return [];
  let depth = 0;
  return htmlTokens(html).flatMap((token) => {
    if (token.type === "open" && verbatim.has(token.name)) depth++;
    if (token.type === "close" && verbatim.has(token.name)) depth = Math.max(0, depth - 1);
    if (token.type !== "text" || !token.written || depth > 0) return [];
    return callsIn(token.text).map((call) => ({ ...call, index: call.index + token.index }));
  });
}

/** Find the calls that Markdown does not see, and that are calls all the same: in raw HTML, and in what a directive's attributes say. */
export function hiddenCalls(tree: Nodes, file: string): (WrittenCall & { readonly place: Place })[] {
  const calls: (WrittenCall & { readonly place: Place })[] = [];
  visit(tree, ["html", "containerDirective"], (node) => {
    if (node.type === "html")
      for (const call of callsInHtml((node as Html).value))
        calls.push({ ...call, place: placeWithin(node as Html, call.index, file) });
    else
      for (const name of markdownAttributes)
        for (const call of callsIn((node as ContainerDirective).attributes?.[name] ?? ""))
          calls.push({ ...call, place: placeWithin({ ...node, value: "" }, 0, file) });
  });
  return calls;
}

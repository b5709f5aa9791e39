import type { Element, Parents } from "hast";
import { toHtml } from "hast-util-to-html";
import { defaultHandlers, type Handle, type State } from "hast-util-to-mdast";
import { toString as hastText } from "hast-util-to-string";
import { h } from "hastscript";
import type { BlockContent, Nodes, PhrasingContent, RootContent } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import type { Anchor } from "../docx/draft.js";
import { signsOf } from "../formulas/signs-of.js";
import { texOf } from "../formulas/to-tex.js";
import { exhibit, paragraph } from "../structure/blocks.js";
import { withoutLabel } from "../structure/caption.js";
import { type Mark, marked, trimmed } from "../structure/phrasing.js";
import { all, is } from "./tree.js";

/** What handlers tell: labels that were taken off captions, and what links lead to. */
export interface Told {
  readonly anchors: Map<string, Anchor>;
  /** Formulas, with their source where there is one that says the same. */
  readonly formulas: { readonly element: Element; readonly node: Nodes; readonly tex?: string }[];
  readonly labels: { readonly label: string; readonly element: Element; readonly node: RootContent }[];
}

/** How elements become Markdown, where the library's own way is not enough. */
export function handlers(told: Told): Record<string, Handle> {
  const raw =
    (tag: string): Handle =>
    (state, element) => [tagNode(`<${tag}>`), ...state.all(element), tagNode(`</${tag}>`)];
  const figure: Handle = (state, element) => {
    const images = all(element).filter(({ tagName }) => tagName === "img");
    const caption = all(element).find(({ tagName }) => tagName === "figcaption");
    const pictures = images.flatMap((image) => state.one(image, element)) as PhrasingContent[];
    const beside = (isTaken: (one: Element) => boolean) =>
      state.toFlow(state.all(without(element, isTaken))) as BlockContent[];
    if (pictures.length > 0)
      return [
        captioned("figure", paragraph(pictures), caption, element, state),
        ...beside((one) => one === caption || one.tagName === "img"),
      ];
    const table = all(element).find(({ tagName }) => tagName === "table");
    if (!table || !caption || all(table).some(({ tagName }) => tagName === "caption"))
      return state.all(element);
    const made = captioned("table", defaultHandlers.table(state, table), caption, element, state);
    return [named(table, made), ...beside((one) => one === caption || one === table)];
  };
  const captioned = (
    name: "figure" | "table",
    content: RootContent,
    caption: Element | undefined,
    element: Element,
    state: State,
  ) => {
    const blocks = caption ? (state.toFlow(state.all(caption)) as RootContent[]) : [];
    const [lead, ...rest] = blocks;
    const { children, label } = withoutLabel(lead?.type === "paragraph" ? lead.children : []);
    const clean = trimmed(children);
    const text =
      lead?.type === "paragraph" ? (clean.length > 0 ? [paragraph(clean)] : []) : blocks.slice(0, 1);
    const made = exhibit(name, content, [...text, ...rest]);
    state.patch(element, made);
    named(element, made);
    if (label !== undefined) told.labels.push({ label, element, node: made });
    return made;
  };
  const named = <Node extends Anchor>(element: Element, node: Node): Node => {
    for (const key of String(element.properties.dataAnchor ?? "").split(" "))
      if (key) told.anchors.set(key, node);
    return node;
  };
  const heading: Handle = (state, element) => named(element, defaultHandlers.h1(state, element));
  const set =
    (kind: Exclude<Mark["kind"], "link" | "html">): Handle =>
    (state, element) =>
      marked({ kind }, state.all(element) as PhrasingContent[]);
  /** A formula on lines of its own where it says so and nothing stands beside it. */
  const formula: Handle = (state, element, parent) => {
    const printed = ` ${signsOf(element)} `;
    const value = texOf(element);
    const isBlock = element.properties.display === "block" && (!parent || standsAlone(parent));
    const node =
      value === undefined
        ? ({ type: "text", value: printed.trim() } as const)
        : ({ type: isBlock ? "math" : "inlineMath", value, data: { printed } } as const);
    told.formulas.push({ element, node, ...(value !== undefined && { tex: value }) });
    state.patch(element, node);
    return node;
  };
  return {
    b: set("strong"),
    del: set("delete"),
    em: set("emphasis"),
    i: set("emphasis"),
    s: set("delete"),
    strong: set("strong"),
    ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`h${n}`, heading])),
    a(state, element) {
      const note = element.properties.dataNote;
      if (typeof note === "string")
        return {
          type: "footnoteReference",
          identifier: note,
          label: note,
          data: { printed: ` ${hastText(element)} ` },
        };
      const children = state.all(element) as PhrasingContent[];
      const toNote = element.properties.dataNoteLink;
      if (typeof toNote === "string")
        return { type: "link", url: "", children: children as never, data: { toNote } };
      const url = String(element.properties.href ?? "");
      const { title } = element.properties;
      const link = { type: "link", url, children: children as never } as const;
      return url === "" ? children : typeof title === "string" ? { ...link, title } : link;
    },
    abbr(state, element) {
      // What a short form stands for is said nowhere else.
      const { title } = element.properties;
      if (typeof title !== "string" || title.trim() === "") return state.all(element);
      return [tagNode(toHtml(h("abbr", { title })).slice(0, -7)), ...state.all(element), tagNode("</abbr>")];
    },
    aside: (state, element) => directive(is(element, "pullquote") ? "pull-quote" : "callout", state, element),
    figure,
    math: formula,
    p(state, element) {
      const [only, more] = element.children.filter((child) => child.type !== "text" || child.value.trim());
      const isFormula = only?.type === "element" && only.tagName === "math" && !more;
      return isFormula && only.properties.display === "block"
        ? formula(state, only, undefined)
        : defaultHandlers.p(state, element);
    },
    section: (state, element) =>
      is(element, "abstract") ? directive("abstract", state, element) : state.all(element),
    sub: raw("sub"),
    sup: (state, element) =>
      all(element).some(({ properties }) => properties.dataNote)
        ? state.all(element)
        : raw("sup")(state, element, undefined),
    table(state, element) {
      const caption = element.children.find(
        (child) => child.type === "element" && child.tagName === "caption",
      );
      const bare = { ...element, children: element.children.filter((child) => child !== caption) };
      const table = defaultHandlers.table(state, bare);
      return caption?.type === "element" ? captioned("table", table, caption, element, state) : table;
    },
    u: raw("u"),
  };
  function directive(name: string, state: State, element: Element): ContainerDirective {
    return {
      type: "containerDirective",
      name,
      attributes: {},
      children: state.toFlow(state.all(element)) as BlockContent[],
    };
  }
}

/** An element without some of those below it. */
function without(element: Element, isTaken: (one: Element) => boolean): Element {
  const children = element.children
    .filter((child) => child.type !== "element" || !isTaken(child))
    .map((child) => (child.type === "element" ? without(child, isTaken) : child));
  return { ...element, children };
}

/** Whether what stands directly in an element is a block. */
function standsAlone(parent: Parents): boolean {
  return (
    parent.type === "root" || /^(?:article|blockquote|body|div|figure|main|section)$/.test(parent.tagName)
  );
}

function tagNode(value: string): PhrasingContent {
  return { type: "html", value, data: { printed: "" } };
}

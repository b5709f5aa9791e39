import { childOf, descendants, elements, parseXml, type XmlNode } from "../xml.js";

/** What a paragraph is, by its style. */
export type ParagraphKind =
  | { readonly kind: "heading"; readonly depth: number }
  | {
      readonly kind:
        | "title"
        | "subtitle"
        | "author"
        | "date"
        | "caption"
        | "quotation"
        | "code"
        | "contents"
        | "plain";
    };

/** The styles of a document, and the language of its text. */
export interface Styles {
  readonly language?: string;
  kindOf(styleId: string | null): ParagraphKind;
  isBold(styleId: string | null): boolean;
}

/** By the names that Word and LibreOffice store, whatever language they show them in. */
const kinds: readonly (readonly [RegExp, Exclude<ParagraphKind["kind"], "heading">])[] = [
  [/^title$/i, "title"],
  [/^subtitle$/i, "subtitle"],
  [/^author$/i, "author"],
  [/^date$/i, "date"],
  [/^(?:caption|illustration|figure|table caption|image caption|drawing)$/i, "caption"],
  [/^(?:quote|intense quote|quotations|block ?text|block quotation)$/i, "quotation"],
  [/^(?:html preformatted|preformatted text|source code|plain text code|code)$/i, "code"],
  [/^(?:toc|contents|table of figures|illustration index|table index)(?: heading| \d+)?$/i, "contents"],
];

interface Style {
  readonly name: string;
  readonly basedOn: string | undefined;
  readonly outline: number | undefined;
  readonly bold: boolean | undefined;
}

/** Read styles.xml: what its paragraphs are, through the styles that a style is based on. */
export function readStyles(text: string): Styles {
  const all = descendants(parseXml(text));
  const styles = new Map<string, Style>();
  for (const node of all)
    if (node.name === "w:style") styles.set(node.attributes["w:styleId"] ?? "", styleOf(node));
  const defaults = all.find(({ name }) => name === "w:docDefaults");
  const language =
    defaults && descendants(defaults).find(({ name }) => name === "w:lang")?.attributes["w:val"];
  const chain = (styleId: string | null): Style[] => {
    const found: Style[] = [];
    let id: string | undefined = styleId ?? undefined;
    // A circle of styles must end.
    while (id !== undefined && found.length < 12) {
      const style = styles.get(id);
      if (style) found.push(style);
      id = style?.basedOn;
    }
    return found;
  };
  return {
    ...(language !== undefined && { language }),
    kindOf(styleId) {
      for (const { name, outline } of chain(styleId)) {
        const depth = /^heading (\d)$/i.exec(name)?.[1];
        if (depth !== undefined) return { kind: "heading", depth: Math.min(6, Number(depth)) };
        const kind = kinds.find(([pattern]) => pattern.test(name))?.[1];
        if (kind) return { kind };
        if (outline !== undefined && outline < 6) return { kind: "heading", depth: outline + 1 };
      }
      return { kind: "plain" };
    },
    isBold: (styleId) => chain(styleId).find(({ bold }) => bold !== undefined)?.bold ?? false,
  };
}

function styleOf(node: XmlNode): Style {
  const value = (name: string, within: XmlNode | undefined = node) =>
    childOf(within, name)?.attributes["w:val"];
  const outline = value("w:outlineLvl", childOf(node, "w:pPr"));
  const bold = elements(childOf(node, "w:rPr") ?? node).find(({ name }) => name === "w:b");
  return {
    name: value("w:name") ?? "",
    basedOn: value("w:basedOn"),
    outline: outline === undefined ? undefined : Number(outline),
    bold: bold && !/^(?:0|false)$/.test(bold.attributes["w:val"] ?? ""),
  };
}

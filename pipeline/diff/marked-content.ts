import type { RawRun, RawTag } from "./raw-pdf.js";

/** A piece of marked content, in reading order, with what its tags say of it. */
export interface MarkedContent {
  /** Pieces of one paragraph or cell have one number. */
  readonly block: number;
  /** The number of an item or a note, what a figure shows, or text. */
  readonly kind: "text" | "number" | "exhibit";
  readonly heading: boolean;
  /** Part of a cross-reference or a note call. */
  readonly reference: boolean;
  readonly note: boolean;
  readonly caption: boolean;
  /** Whether it is the first piece of its heading or figure. */
  readonly opens: boolean;
  /** What is said of the figure in words. */
  readonly alt: string;
  /** Its text, out of that of the page. */
  runs(all: ReadonlyMap<string, readonly RawRun[]>): readonly RawRun[];
}

type Traits = Omit<MarkedContent, "runs" | "opens">;

/** What is said of text that no tag says anything of. */
export const plain: Traits = {
  block: 0,
  kind: "text",
  heading: false,
  reference: false,
  note: false,
  caption: false,
  alt: "",
};

const inline = /^(?:Span|Link|Reference|Em|Strong|Quote|Code|NonStruct|Annot|Ruby|Warichu)?$/;

/** List the marked content of a page's structure tree in reading order (ISO 32000-1, 14.7). */
export function markedContent(root: RawTag): readonly MarkedContent[] {
  const found: MarkedContent[] = [];
  let blocks = 0;
  const walk = (tag: RawTag, above: Traits, opening: { isFirst: boolean }): void => {
    if (tag.mark !== undefined) {
      const { mark } = tag;
      found.push({ ...above, opens: opening.isFirst, runs: (all) => all.get(mark) ?? [] });
      opening.isFirst = false;
      return;
    }
    const { role } = tag;
    const begins = /^(?:H\d?|Figure|Table)$/.test(role);
    const own = begins ? { isFirst: true } : opening;
    const here: Traits = {
      ...above,
      block: inline.test(role) ? above.block : ++blocks,
      ...(/^H\d?$/.test(role) && { heading: true }),
      ...(role === "Reference" && { reference: true }),
      ...((role === "Note" || isNoteItem(tag)) && { note: true }),
      ...(role === "Lbl" && { kind: "number" }),
      ...(role === "Caption" && { caption: true, kind: "text" }),
      ...(role === "Figure" && { kind: "exhibit", alt: tag.alt ?? "" }),
    };
    // A drawing of lines alone, or a table, has no piece of its own that could open it.
    if (role === "Figure" || role === "Table") {
      found.push({ ...here, kind: "exhibit", opens: true, runs: () => [] });
      own.isFirst = false;
    }
    for (const child of tag.children) walk(child, here, own);
  };
  walk(root, plain, { isFirst: false });
  return found;
}

/** An item whose number leads back to a call is a note among the endnotes. */
function isNoteItem({ role, children }: RawTag): boolean {
  const label = role === "LI" ? children.find((child) => child.role === "Lbl") : undefined;
  return label?.children.some((child) => child.role === "Link" || child.role === "Reference") ?? false;
}

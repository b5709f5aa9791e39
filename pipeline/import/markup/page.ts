import type { FootnoteDefinition, Nodes, Root } from "mdast";
import type { Finding, NamedBytes, Origin } from "../importer.js";

/** One Markdown file on its way into the publication; its tree is changed in place, step by step. */
export interface Page {
  /** Relative to the original: `src/one.md`. */
  readonly path: string;
  readonly tree: Root;
  /** What its front matter says. */
  readonly matter: Readonly<Record<string, unknown>>;
  readonly notes: Map<string, FootnoteDefinition>;
  /** Lines that fenced divs take up, from the opening line to the closing one. */
  readonly divs: readonly Div[];
}

/** A fenced div of Pandoc: `::: {.note #id}`. */
export interface Div {
  readonly from: number;
  readonly to: number;
  readonly attributes: string;
}

/** What all pages share. */
export interface Shelf {
  readonly pages: readonly Page[];
  readonly files: ReadonlyMap<string, NamedBytes>;
  readonly findings: Finding[];
  /** Ids of headings, figures and tables as their authors wrote them, and as quoin takes them. */
  readonly ids: Map<string, string>;
}

/** Say where a node stands in its file. */
export function originOf({ path }: Page, node: Nodes | undefined): Origin {
  const start = node?.position?.start;
  const file = node?.data?.file ?? path;
  return start ? { file, line: start.line, column: start.column } : { file };
}

/** A step that makes of one tool's way of writing what quoin has for it. */
export type Step = (page: Page, shelf: Shelf) => void;

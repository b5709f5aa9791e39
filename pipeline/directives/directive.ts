import type { Element, ElementContent } from "hast";
import type { BlockContent, DefinitionContent, PhrasingContent } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import type { RuleId } from "../problem.js";

/** A block that an author may write between `:::name` and `:::`. One file each; the registry is index.ts. */
export interface Directive {
  readonly name: string;
  /** Own attributes beside `id`, `lang` and `dir`: any text, one of a list of values, or a word that has none. */
  readonly attributes: Readonly<Record<string, "text" | "flag" | readonly string[]>>;
  /** The directive that it stands in, where it makes no sense elsewhere. */
  readonly within?: string;
  /** Whether `:::name[label]` has a label. */
  readonly label: "required" | "optional" | "none";
  /** Convert what the author wrote into one semantic element (docs/tree.md). */
  toHast(written: Written): Element;
}

/** A directive as it was written, taken apart. */
export interface Written {
  readonly node: ContainerDirective;
  readonly attributes: Readonly<Record<string, string>>;
  /** Converted label; empty where there is none. */
  readonly label: readonly ElementContent[];
  /** The blocks inside, without the label. */
  readonly blocks: readonly (BlockContent | DefinitionContent)[];
  /** Convert blocks. */
  flow(blocks: readonly (BlockContent | DefinitionContent)[]): ElementContent[];
  /** Convert inline content. */
  phrasing(nodes: readonly PhrasingContent[]): ElementContent[];
  /** Convert an attribute's value: inline Markdown. */
  inline(markdown: string): ElementContent[];
  /** Report a problem at this directive. */
  problem(ruleId: RuleId, reason: string): void;
}

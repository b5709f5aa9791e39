import type { Root } from "mdast";
import type { CompileContext, Token } from "mdast-util-from-markdown";
import type {} from "remark-parse";
import type { Processor } from "unified";

declare module "mdast" {
  interface RootData {
    written?: Written[];
  }
}

/** What the tree has in another form than the source, or not at all: where it stands, from one offset to another. */
export interface Written {
  readonly kind: "reference" | "attribute-name" | "attribute-value";
  readonly start: number;
  readonly end: number;
}

/** Note on the root where the parser found character references, and the attributes of directives, of which the last of a name holds. */
export function remarkWritten(this: Processor): void {
  const data = this.data();
  data.fromMarkdownExtensions ??= [];
  data.fromMarkdownExtensions.push({
    enter: {
      // Three characters at most stand before it: `&#x`.
      characterReferenceValue: noteAs("reference", 3, 1),
      directiveContainerAttributeName: noteAs("attribute-name"),
      directiveContainerAttributeValue: noteAs("attribute-value"),
    },
  });
}

function noteAs(kind: Written["kind"], before = 0, behind = 0) {
  return function (this: CompileContext, token: Token): undefined {
    const root = this.stack[0] as Root;
    root.data ??= {};
    root.data.written ??= [];
    root.data.written.push({
      kind,
      start: Math.max(0, token.start.offset - before),
      end: token.end.offset + behind,
    });
  };
}

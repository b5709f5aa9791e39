import { PDFArray, PDFDict, type PDFDocument, type PDFObject, PDFRef, PDFString } from "@cantoo/pdf-lib";
import type { Print } from "../../../publication.js";
import { dictOf, textOf, toName } from "../values.js";

/**
 * Write the keys of blocks into the languages of their tags, where a typesetter let signs stand there that recur. Tags come in the order of the blocks: each is the
 * next block of its sign, so that a few blocks without a tag are passed over.
 */
export function restoreKeys({ context, catalog }: PDFDocument, prints: readonly Print[]): void {
  const blocks = prints.flatMap(({ signed = [] }) => signed.flatMap((part) => part.blocks));
  const root = dictOf(catalog, "StructTreeRoot");
  let next = 0;
  if (root && blocks.length > 0) descend(root);

  function descend(element: PDFDict): void {
    const written = textOf(element.get(toName("Lang")));
    if (written !== undefined) element.set(toName("Lang"), PDFString.of(restored(written)));
    const held = element.get(toName("K"));
    const children = held instanceof PDFRef ? context.lookup(held) : held;
    for (const child of children instanceof PDFArray ? children.asArray() : [children]) visit(child);
  }

  function visit(child: PDFObject | undefined): void {
    const element = child instanceof PDFRef ? context.lookup(child) : child;
    // A piece of content, or a link's annotation, has no structure type.
    if (element instanceof PDFDict && element.has(toName("S"))) descend(element);
  }

  /** Of a sign that no block ahead has nothing stays: its words are missed where they belong. */
  function restored(language: string): string {
    return language.replace(/-x-k([0-9a-z]+)$/, (_, sign: string) => {
      while (next < blocks.length && blocks[next]?.[0] !== sign) next += 1;
      const key = blocks[next]?.[1];
      next += 1;
      return key === undefined ? "" : `-x-k${key}`;
    });
  }
}

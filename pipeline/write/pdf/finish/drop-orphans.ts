import { PDFArray, PDFDict, type PDFObject, PDFRef, PDFStream } from "@cantoo/pdf-lib";
import type { Work } from "./work.js";

/** Delete every object to which nothing leads any more: what other steps replaced still holds Chromium's chance numbers. */
export function dropOrphans({ pdf: { context } }: Pick<Work, "pdf">): void {
  const alive = new Set<PDFRef>();
  const waiting: (PDFObject | undefined)[] = [context.trailerInfo.Root, context.trailerInfo.Info];
  while (waiting.length > 0) {
    const object = waiting.pop();
    if (object instanceof PDFRef) {
      if (alive.has(object)) continue;
      alive.add(object);
      waiting.push(context.lookup(object));
    } else if (object instanceof PDFDict) object.asMap().forEach((value) => void waiting.push(value));
    else if (object instanceof PDFArray) for (const value of object.asArray()) waiting.push(value);
    else if (object instanceof PDFStream) waiting.push(object.dict);
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!alive.has(ref)) context.delete(ref);
}

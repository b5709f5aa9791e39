import type { PDFDict } from "@cantoo/pdf-lib";
import { type Operation, operationsOf } from "../content/operations.js";
import type { Content } from "./painted-content.js";

/** Make the content of a page, whose text is read when it is asked for. Throws where it cannot be read. */
export type PageReader = (resources: PDFDict, text: () => string) => Content;

/** Content as it was read. */
interface Read {
  readonly of: Content;
  readonly stream: string;
  readonly operations: readonly Operation[];
}

/** Operations that are kept, of some 200 bytes each: those of forty pages of words. */
const room = 150_000;

/**
 * Read the pages of a short document once; of a longer one those that find no more room are read one at a time, and each is
 * let go when another is asked for: the operations of a book would take hundreds of megabytes.
 */
export function readingOnDemand(): PageReader {
  let last: Read | undefined;
  let left = room;
  return (resources, text) => {
    let kept: Read | undefined;
    const read = (): Read => {
      if (kept) return kept;
      if (last?.of === content) return last;
      const stream = text();
      const found = { of: content, stream, operations: operationsOf(stream) };
      if (found.operations.length <= left) {
        left -= found.operations.length;
        kept = found;
      } else last = found;
      return found;
    };
    const content: Content = {
      use: "ink",
      resources,
      get stream() {
        return read().stream;
      },
      get operations() {
        return read().operations;
      },
    };
    read();
    return content;
  };
}

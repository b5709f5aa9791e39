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
 * Read the pages of a short document once, and those of a longer one one at a time, each let go when another is asked for: the
 * operations of a book would take hundreds of megabytes.
 */
export function readingOnDemand(): PageReader {
  const kept = new Map<Content, Read>();
  let last: Read | undefined;
  let left = room;
  return (resources, text) => {
    const read = (): Read => {
      const before = last?.of === content ? last : kept.get(content);
      if (before) return before;
      const stream = text();
      last = { of: content, stream, operations: operationsOf(stream) };
      left -= last.operations.length;
      if (left >= 0) kept.set(content, last);
      else kept.clear();
      return last;
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

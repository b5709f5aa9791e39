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

/** Operations that are kept, of some 200 bytes each: those of 800 pages of words, once they are condensed. */
const room = 400_000;

/**
 * Read each page once, as long as there is room: half a dozen passes go over all pages, and most of their time would be the reading.
 * The pages beyond that are read anew by each, one at a time, and let go when another is asked for.
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
      if (left >= last.operations.length) {
        left -= last.operations.length;
        kept.set(content, last);
      }
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

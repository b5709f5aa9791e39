import type { PDFDict } from "@cantoo/pdf-lib";
import { operationsOf } from "../content/operations.js";
import type { Content } from "./painted-content.js";

/** Make the content of a page, whose text is read when it is asked for. Throws where it cannot be read. */
export type PageReader = (resources: PDFDict, text: () => string) => Content;

/**
 * Read pages one at a time, and let each go when another is asked for: the operations of a page take a megabyte, those of a
 * book would take hundreds.
 */
export function readingOnDemand(): PageReader {
  let last: (Pick<Content, "stream" | "operations"> & { readonly of: Content }) | undefined;
  return (resources, text) => {
    const read = () => {
      if (last?.of === content) return last;
      const stream = text();
      last = { of: content, stream, operations: operationsOf(stream) };
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

import type { PDFStream } from "@cantoo/pdf-lib";

/** Make a stream of another text, one character a byte, that is all else that a stream is; saving will compress it. */
export function withText({ dict }: PDFStream, text: string): PDFStream {
  const stream = dict.context.stream(Buffer.from(text, "latin1"));
  for (const [key, value] of dict.entries())
    if (!/^(?:Filter|DecodeParms|Length)$/.test(key.decodeText())) stream.dict.set(key, value);
  return stream;
}

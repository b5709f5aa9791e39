import { bytesOf } from "./strings.js";

/** Read a PDF text string as written in a content stream: UTF-16 with its mark, or Latin. */
export function textString(operand: string): string {
  const bytes = bytesOf(operand);
  return bytes.startsWith("\xFE\xFF")
    ? Buffer.from(bytes.slice(2), "latin1").swap16().toString("utf16le")
    : bytes;
}

import { PDFHexString, PDFString } from "@cantoo/pdf-lib";

/** What PDFDocEncoding has beside ASCII and Latin-1, from 0x80 (ISO 32000-1, D.2). */
const special = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž";
const codes = new Map([...special].map((character, index) => [character, String.fromCharCode(0x80 + index)]));
codes.set("€", "\xA0");

/** What is the same in ASCII, needs no escape and begins no mark. */
const plain = /^[\x20-\x27\x2A-\x5B\x5D-\x7E]*$/;

/** Write text as a text string (7.9.2.2): a byte for each character where that is enough, else UTF-16. */
export function toTextString(text: string): PDFString | PDFHexString {
  if (plain.test(text)) return PDFString.of(text);
  let bytes = "";
  for (const character of text) {
    const own = /[\x20-\x7E\xA1-\xAC\xAE-\xFF]/.test(character) ? character : codes.get(character);
    if (own === undefined) return PDFHexString.fromText(text);
    bytes += /[\\()]/.test(own) ? `\\${own}` : own;
  }
  // It would be taken for the mark of UTF-16 or UTF-8.
  return /^(?:\xFE\xFF|\xFF\xFE|\xEF\xBB\xBF)/.test(bytes)
    ? PDFHexString.fromText(text)
    : PDFString.of(bytes);
}

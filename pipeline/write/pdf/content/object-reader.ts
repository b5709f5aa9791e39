import {
  PDFArray,
  PDFBool,
  PDFCatalog,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFPageLeaf,
  PDFPageTree,
  PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import { toName } from "../values.js";
import { stringEnd } from "./strings.js";

/** Reads objects from a text, one character a byte (ISO 32000-1, 7.3), each where the one before it ended. */
export interface ObjectReader {
  /** Begin with a text, at its first character. */
  open(text: string): void;
  /** Throws where no object stands there, or one that does not end. */
  read(): PDFObject;
  /** Whether a word follows; if so, go on behind it. */
  follows(word: string): boolean;
  /** Where in the text it stands. */
  place(): number;
}

const space = /[\0\t\n\f\r ]*/y;
const regular = /[^\0\t\n\f\r ()<>[\]{}/%]+/y;
const reference = /\d+ \d+ R(?![A-Za-z])/y;
const [slash, less, openParen, openBracket, zero, nine] = [0x2f, 0x3c, 0x28, 0x5b, 0x30, 0x39];
const words = new Map<string, PDFObject>([
  ["true", PDFBool.True],
  ["false", PDFBool.False],
  ["null", PDFNull],
]);

/**
 * Read objects into a context; references, names and numbers that come again are the same objects. References are to numbers that come `after`
 * those which the context has.
 */
export function objectReader(context: PDFContext, after = 0): ObjectReader {
  const refs = new Map<string, PDFRef>();
  const numbers = new Map<string, PDFNumber>();
  let text = "";
  let at = 0;

  const skip = () => {
    space.lastIndex = at;
    space.test(text);
    at = space.lastIndex;
  };
  const follows = (word: string) => {
    skip();
    if (!text.startsWith(word, at)) return false;
    at += word.length;
    return true;
  };
  const token = () => {
    const start = at;
    regular.lastIndex = at;
    if (regular.test(text)) at = regular.lastIndex;
    return text.slice(start, at);
  };

  function read(): PDFObject {
    skip();
    const first = text.charCodeAt(at);
    if (first === slash) return readName();
    if (first === less) return text.charCodeAt(at + 1) === less ? readDictionary() : readHex();
    if (first === openBracket) return readArray();
    if (first === openParen) {
      const start = at + 1;
      at = stringEnd(text, at);
      return PDFString.of(text.slice(start, at - 1));
    }
    return (first >= zero && first <= nine ? readReference() : undefined) ?? readWord();
  }

  function readName(): PDFName {
    at++;
    const name = token();
    return name.includes("#") ? PDFName.of(name) : toName(name);
  }

  function readDictionary(): PDFDict {
    at += 2;
    const entries = new Map<PDFName, PDFObject>();
    while (!follows(">>")) {
      if (text.charCodeAt(at) !== slash) throw new Error("A dictionary has no key where one should be");
      const key = readName();
      entries.set(key, read());
    }
    const type = entries.get(toName("Type"));
    if (type === toName("Page")) return PDFPageLeaf.fromMapWithContext(entries, context);
    if (type === toName("Pages")) return PDFPageTree.fromMapWithContext(entries, context);
    if (type === toName("Catalog")) return PDFCatalog.fromMapWithContext(entries, context);
    return PDFDict.fromMapWithContext(entries, context);
  }

  function readArray(): PDFArray {
    at++;
    const array = PDFArray.withContext(context);
    while (!follows("]")) array.push(read());
    return array;
  }

  function readHex(): PDFHexString {
    const end = text.indexOf(">", at);
    if (end < 0) throw new Error("A string does not end");
    const digits = text.slice(at + 1, end);
    at = end + 1;
    return PDFHexString.of(digits);
  }

  function readReference(): PDFRef | undefined {
    reference.lastIndex = at;
    if (!reference.test(text)) return undefined;
    const written = text.slice(at, reference.lastIndex);
    at = reference.lastIndex;
    const known = refs.get(written);
    if (known) return known;
    const [number, generation] = written.split(" ", 2);
    const made = PDFRef.of(after + Number(number), Number(generation));
    refs.set(written, made);
    return made;
  }

  function readWord(): PDFObject {
    const word = token();
    const known = words.get(word) ?? numbers.get(word);
    if (known) return known;
    const number = word === "" ? Number.NaN : Number(word);
    if (Number.isNaN(number)) throw new Error(`“${word}” is no object`);
    const made = PDFNumber.of(number);
    numbers.set(word, made);
    return made;
  }

  const open = (next: string) => {
    text = next;
    at = 0;
  };
  return { open, read, follows, place: () => at };
}

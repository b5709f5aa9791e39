import { PDFArray, PDFDict, PDFName, PDFStream } from "@cantoo/pdf-lib";
import { get, listOf, nameOf } from "../../values.js";
import type { Rule } from "../rule.js";

/** Of the file as a whole. */
export const fileRules: readonly Rule[] = [
  {
    id: "encrypted",
    asks: "The file is not encrypted.",
    *find({ trailer }) {
      if (trailer.Encrypt) yield { detail: "the file is encrypted" };
    },
  },
  {
    id: "file-id",
    asks: "The trailer has an identifier of two strings.",
    *find({ pdf, trailer }) {
      const id = pdf.context.lookup(trailer.ID);
      if (!(id instanceof PDFArray) || id.size() !== 2) yield { detail: "the trailer has no ID" };
    },
  },
  {
    id: "version",
    asks: "The version of PDF is 1.4 at most.",
    only: "PDF/X-1a",
    *find({ pdf }) {
      const version = /%PDF-(\d\.\d)/.exec(pdf.context.header.toString())?.[1] ?? "";
      if (Number(version) > 1.4) yield { detail: `the version is ${version}` };
    },
  },
  {
    id: "object-streams",
    asks: "Objects are not packed into streams.",
    only: "PDF/X-1a",
    *find({ dictionaries }) {
      const packed = dictionaries.find((each) => /^(?:ObjStm|XRef)$/.test(nameOf(get(each, "Type")) ?? ""));
      if (packed) yield { detail: "objects are packed into streams" };
    },
  },
  {
    id: "filter-forbidden",
    asks: "No stream is compressed with LZW, or encrypted by itself.",
    *find({ dictionaries }) {
      for (const dictionary of dictionaries) {
        const wrong = listOf(dictionary, "Filter")
          .map(nameOf)
          .find((name) => /^(?:LZWDecode|LZW|Crypt)$/.test(name ?? ""));
        if (wrong) yield { detail: `a stream with the filter ${wrong}` };
      }
    },
  },
  {
    id: "stream-external",
    asks: "No stream lies in another file.",
    *find({ objects }) {
      for (const each of objects)
        if (each instanceof PDFStream && each.dict.has(PDFName.of("F")))
          yield { detail: "a stream in another file" };
    },
  },
  {
    id: "embedded-files",
    asks: "The file holds no other files.",
    *find({ catalog }) {
      const names = get(catalog, "Names");
      if (names instanceof PDFDict && names.has(PDFName.of("EmbeddedFiles")))
        yield { detail: "a file is attached" };
    },
  },
];

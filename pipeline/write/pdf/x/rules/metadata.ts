import { PDFName } from "@cantoo/pdf-lib";
import { get, nameOf, textOf } from "../../values.js";
import type { Rule } from "../rule.js";

const xmpNames = [
  "xmp:CreateDate",
  "xmp:ModifyDate",
  "xmp:MetadataDate",
  "xmpMM:DocumentID",
  "xmpMM:VersionID",
  "xmpMM:RenditionClass",
  "pdf:Trapped",
  "dc:title",
] as const;

/** Of what the file says about itself. */
export const metadataRules: readonly Rule[] = [
  {
    id: "information-missing",
    asks: "The information dictionary names title, creation date and modification date.",
    *find({ information }) {
      for (const key of ["Title", "CreationDate", "ModDate"])
        if (!textOf(get(information, key))) yield { detail: `there is no ${key}` };
    },
  },
  {
    id: "trapped-unknown",
    asks: "The file says whether it is trapped: True or False.",
    *find({ information }) {
      const trapped = nameOf(get(information, "Trapped"));
      if (trapped !== "True" && trapped !== "False") yield { detail: `Trapped is ${trapped ?? "missing"}` };
    },
  },
  {
    id: "version-unnamed",
    asks: "The file names the standard that it follows.",
    *find({ information, xmp }, standard) {
      const named =
        standard === "PDF/X-4"
          ? property(xmp, "pdfxid:GTS_PDFXVersion") === "PDF/X-4"
          : textOf(get(information, "GTS_PDFXVersion")) === "PDF/X-1a:2003";
      if (!named) yield { detail: `${standard} is not named` };
    },
  },
  {
    id: "xmp-missing",
    asks: "The metadata names dates, identifiers, rendition, trapping and title.",
    only: "PDF/X-4",
    *find({ xmp }) {
      for (const name of xmpNames)
        if (property(xmp, name) === undefined) yield { detail: `there is no ${name}` };
    },
  },
  {
    id: "xmp-compressed",
    asks: "The metadata is not compressed.",
    *find({ metadata }) {
      if (metadata?.dict.has(PDFName.of("Filter"))) yield { detail: "the metadata is compressed" };
    },
  },
  {
    id: "title-differs",
    asks: "The title is the same in the information dictionary and in the metadata.",
    only: "PDF/X-4",
    *find({ information, xmp }) {
      const [title, other] = [textOf(get(information, "Title")), property(xmp, "dc:title")];
      if (title !== undefined && other !== undefined && title !== other)
        yield { detail: `the titles are “${title}” and “${other}”` };
    },
  },
];

/** Read a property of an XMP packet, as element or attribute; of a list of alternatives the first. */
function property(xmp: string, name: string): string | undefined {
  const element = new RegExp(`<${name}(?:\\s[^>]*)?>(.*?)</${name}>`, "s").exec(xmp)?.[1];
  const attribute = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`).exec(xmp);
  const value = element?.replace(/<[^>]*>/g, "").trim() ?? attribute?.[1] ?? attribute?.[2];
  return value
    ?.replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&");
}

import { PDFDict, type PDFDocument, type PDFObject, type PDFPage, PDFStream } from "@cantoo/pdf-lib";
import { type IccFacts, readIcc } from "../../../printer/icc.js";
import { streamText } from "../content/page-content.js";
import type { Box } from "../press/sheet/sheet.js";
import { type Survey, survey } from "../press/survey.js";
import { readContents } from "../ua/read-contents.js";
import { type FontFacts, readFonts } from "../ua/read-fonts.js";
import { dictOf, get, listOf, nameOf, numberOf } from "../values.js";

/** An output intent. */
export interface IntentFacts {
  readonly dictionary: PDFDict;
  /** The embedded profile: its facts, why it is unreadable, or undefined where there is none. */
  readonly icc: IccFacts | string | undefined;
  /** Components, as the stream says. */
  readonly components: number | undefined;
}

/** A page, and its boxes as far as it has them; CropBox and MediaBox may come from its parents. */
export interface PageFacts {
  readonly page: PDFPage;
  readonly boxes: Readonly<Record<BoxName, Box | undefined>>;
}

export type BoxName = "MediaBox" | "CropBox" | "BleedBox" | "TrimBox" | "ArtBox";

/** What the rules look at; read once for all of them. */
export interface XFacts {
  readonly pdf: PDFDocument;
  readonly catalog: PDFDict;
  readonly trailer: PDFDocument["context"]["trailerInfo"];
  readonly information: PDFDict | undefined;
  /** The XMP stream, and its text. */
  readonly metadata: PDFStream | undefined;
  readonly xmp: string;
  /** Those of PDF/X alone. */
  readonly intents: readonly IntentFacts[];
  readonly pages: readonly PageFacts[];
  readonly painted: Survey;
  readonly fonts: readonly FontFacts[];
  readonly objects: readonly PDFObject[];
  /** All dictionaries that stand by themselves, those of streams among them. */
  readonly dictionaries: readonly PDFDict[];
}

/** Read the facts of a PDF. */
export function readXFacts(pdf: PDFDocument): XFacts {
  const { catalog, context } = pdf;
  const metadata = get(catalog, "Metadata");
  const information = context.lookup(context.trailerInfo.Info);
  const objects = context.enumerateIndirectObjects().map(([, object]) => object);
  const painted = survey(pdf);
  return {
    pdf,
    catalog,
    trailer: context.trailerInfo,
    information: information instanceof PDFDict ? information : undefined,
    metadata: metadata instanceof PDFStream ? metadata : undefined,
    xmp: metadata instanceof PDFStream ? Buffer.from(streamText(metadata), "latin1").toString("utf8") : "",
    intents: listOf(catalog, "OutputIntents")
      .filter((each) => each instanceof PDFDict)
      .filter((each) => nameOf(get(each, "S")) === "GTS_PDFX")
      .map(readIntent),
    pages: pdf.getPages().map(readPage),
    painted,
    fonts: [...readFonts([...readContents(pdf, new Map(), new Map(), painted.pages)])],
    objects,
    dictionaries: objects.flatMap((each) =>
      each instanceof PDFDict ? [each] : each instanceof PDFStream ? [each.dict] : [],
    ),
  };
}

function readIntent(dictionary: PDFDict): IntentFacts {
  const profile = get(dictionary, "DestOutputProfile");
  if (!(profile instanceof PDFStream)) return { dictionary, icc: undefined, components: undefined };
  return {
    dictionary,
    icc: readIcc(Buffer.from(streamText(profile), "latin1")),
    components: numberOf(get(profile.dict, "N")),
  };
}

/** Read a page and its boxes. */
export function readPage(page: PDFPage): PageFacts {
  const own = (name: BoxName): Box | undefined => toBox(listOf(page.node, name));
  const inherited = (name: BoxName): Box | undefined => {
    for (let node: PDFDict | undefined = page.node; node; node = dictOf(node, "Parent")) {
      const box = toBox(listOf(node, name));
      if (box) return box;
    }
    return undefined;
  };
  return {
    page,
    boxes: {
      MediaBox: inherited("MediaBox"),
      CropBox: inherited("CropBox"),
      BleedBox: own("BleedBox"),
      TrimBox: own("TrimBox"),
      ArtBox: own("ArtBox"),
    },
  };
}

function toBox(list: readonly PDFObject[]): Box | undefined {
  const [a, b, c, d] = list.map(numberOf);
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHeader,
  PDFHexString,
  PDFName,
  PDFStream,
  PDFString,
} from "@cantoo/pdf-lib";

import { streamText } from "../../../../pipeline/write/pdf/content/page-content.js";

const name = PDFName.of;

function information(pdf: PDFDocument): PDFDict {
  return pdf.context.lookup(pdf.context.trailerInfo.Info, PDFDict);
}

function page(pdf: PDFDocument): PDFDict {
  return pdf.getPage(6).node;
}

function resources(pdf: PDFDocument, key: string): PDFDict {
  return pdf.getPage(6).node.Resources()?.lookupMaybe(name(key), PDFDict) ?? pdf.context.obj({});
}

function intent(pdf: PDFDocument): PDFDict {
  return pdf.catalog.lookup(name("OutputIntents"), PDFArray).lookup(0, PDFDict);
}

/** Put another ICC profile in the place of the output intent's, or bytes that are none. */
function changeProfile(pdf: PDFDocument, change: (bytes: Uint8Array) => void, components = 4): void {
  const old = intent(pdf).lookup(name("DestOutputProfile"), PDFStream);
  const bytes = Uint8Array.from(Buffer.from(streamText(old), "latin1"));
  change(bytes);
  intent(pdf).set(
    name("DestOutputProfile"),
    pdf.context.register(pdf.context.flateStream(bytes, { N: components })),
  );
}

function changeXmp(pdf: PDFDocument, from: string | RegExp, to: string): void {
  const old = pdf.catalog.lookup(name("Metadata"), PDFStream);
  const text = Buffer.from(old.getContents()).toString("utf8").replace(from, to);
  const entries = { Type: "Metadata", Subtype: "XML" };
  pdf.catalog.set(name("Metadata"), pdf.context.register(pdf.context.stream(Buffer.from(text), entries)));
}

function addContent(pdf: PDFDocument, content: string): void {
  const stream = pdf.context.register(pdf.context.flateStream(content));
  const contents = page(pdf).get(name("Contents"));
  page(pdf).set(name("Contents"), pdf.context.obj([...(contents ? [contents] : []), stream]));
}

function addState(pdf: PDFDocument, entries: Record<string, string | number>): void {
  resources(pdf, "ExtGState").set(name("Broken"), pdf.context.obj({ Type: "ExtGState", ...entries }));
}

function addObject(pdf: PDFDocument, entries: Record<string, string>, content = ""): void {
  pdf.context.register(pdf.context.stream(content, entries));
}

/** A change that breaks each rule. */
export const breaks: Readonly<Record<string, (pdf: PDFDocument) => void>> = {
  encrypted: (pdf) => {
    pdf.context.trailerInfo.Encrypt = pdf.context.obj({ Filter: "Standard" });
  },
  "file-id": (pdf) => {
    delete pdf.context.trailerInfo.ID;
  },
  version: (pdf) => {
    pdf.context.header = PDFHeader.forVersion(1, 7);
  },
  "object-streams": (pdf) => addObject(pdf, { Type: "ObjStm" }),
  "filter-forbidden": (pdf) => addObject(pdf, { Filter: "LZWDecode" }),
  "stream-external": (pdf) => {
    pdf.context.register(pdf.context.stream("", { F: PDFString.of("other.bin") }));
  },
  "embedded-files": (pdf) => pdf.catalog.set(name("Names"), pdf.context.obj({ EmbeddedFiles: {} })),
  "information-missing": (pdf) => information(pdf).delete(name("Title")),
  "trapped-unknown": (pdf) => information(pdf).set(name("Trapped"), name("Unknown")),
  "version-unnamed": (pdf) => {
    information(pdf).delete(name("GTS_PDFXVersion"));
    changeXmp(pdf, "PDF/X-4", "PDF/X-9");
  },
  "xmp-missing": (pdf) => changeXmp(pdf, /<xmpMM:VersionID>.*?<\/xmpMM:VersionID>/, ""),
  "xmp-compressed": (pdf) =>
    pdf.catalog.set(
      name("Metadata"),
      pdf.context.register(pdf.context.flateStream("<x/>", { Type: "Metadata" })),
    ),
  "title-differs": (pdf) => information(pdf).set(name("Title"), PDFHexString.fromText("Another")),
  "output-intent-count": (pdf) => pdf.catalog.delete(name("OutputIntents")),
  "output-condition-unnamed": (pdf) => intent(pdf).delete(name("OutputConditionIdentifier")),
  "output-profile-missing": (pdf) => intent(pdf).delete(name("DestOutputProfile")),
  "output-profile-class": (pdf) => changeProfile(pdf, (bytes) => bytes.set(Buffer.from("mntr"), 12)),
  "output-profile-components": (pdf) => changeProfile(pdf, () => {}, 3),
  "output-profile-colours": (pdf) => changeProfile(pdf, (bytes) => bytes.set(Buffer.from("RGB "), 16)),
  "trim-missing": (pdf) => page(pdf).delete(name("TrimBox")),
  "trim-and-art": (pdf) => page(pdf).set(name("ArtBox"), pdf.context.obj([10, 10, 20, 20])),
  "trim-outside": (pdf) => page(pdf).set(name("BleedBox"), pdf.context.obj([100, 100, 200, 200])),
  "bleed-outside": (pdf) => page(pdf).set(name("BleedBox"), pdf.context.obj([-9, -9, 900, 900])),
  "trim-outside-media": (pdf) => page(pdf).set(name("TrimBox"), pdf.context.obj([-9, 0, 900, 900])),
  "rgb-operator": (pdf) => addContent(pdf, "1 0 0 rg 0 0 9 9 re f"),
  "rgb-image": (pdf) => {
    const entries = { Subtype: "Image", ColorSpace: "DeviceRGB", Width: 1, Height: 1, BitsPerComponent: 8 };
    const drawings = pdf.context.obj({ Broken: pdf.context.register(pdf.context.stream("abc", entries)) });
    page(pdf).lookup(name("Resources"), PDFDict).set(name("XObject"), drawings);
  },
  "rgb-shading": (pdf) => {
    const shading = pdf.context.obj({ Broken: { ShadingType: 2, ColorSpace: "DeviceRGB" } });
    page(pdf).lookup(name("Resources"), PDFDict).set(name("Shading"), shading);
  },
  "rgb-group": (pdf) => page(pdf).set(name("Group"), pdf.context.obj({ S: "Transparency", CS: "DeviceRGB" })),
  "rgb-elsewhere": (pdf) => void pdf.context.register(pdf.context.obj(["DeviceRGB"])),
  transparency: (pdf) => addState(pdf, { ca: 0.5 }),
  "font-unembedded": (pdf) => {
    for (const [, object] of pdf.context.enumerateIndirectObjects())
      if (object instanceof PDFDict) object.delete(name("FontFile2"));
  },
  "font-width": (pdf) => {
    for (const [, object] of pdf.context.enumerateIndirectObjects())
      if (object instanceof PDFDict && object.has(name("W")))
        object.set(name("W"), pdf.context.obj([0, 9999, 3]));
  },
  annotation: (pdf) => page(pdf).set(name("Annots"), pdf.context.obj([{ Subtype: "Link" }])),
  action: (pdf) => pdf.catalog.set(name("OpenAction"), pdf.context.obj({ S: "JavaScript" })),
  layers: (pdf) => pdf.catalog.set(name("OCProperties"), pdf.context.obj({})),
  "transfer-function": (pdf) => addState(pdf, { TR: "Identity" }),
  postscript: (pdf) => addObject(pdf, { Type: "XObject", Subtype: "PS" }),
  opi: (pdf) => void pdf.context.register(pdf.context.obj({ OPI: {} })),
  "referenced-page": (pdf) => {
    const form = pdf.context.stream("", { Subtype: "Form", Ref: {} });
    const drawings = pdf.context.obj({ Broken: pdf.context.register(form) });
    page(pdf).lookup(name("Resources"), PDFDict).set(name("XObject"), drawings);
  },
};

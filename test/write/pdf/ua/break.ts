import {
  PDFArray,
  PDFBool,
  PDFDict,
  type PDFDocument,
  PDFHeader,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFStream,
  PDFString,
} from "@cantoo/pdf-lib";
import { pageContent, streamText } from "../../../../pipeline/write/pdf/content/page-content.js";

const name = (text: string) => PDFName.of(text);

/** A structure element need not name its type; it alone has a type of structure and a parent. */
function isElement(object: PDFDict): boolean {
  return object.has(name("S")) && object.has(name("P"));
}

/** The structure elements of a type, in the order of their objects. */
function elements(pdf: PDFDocument, type: string): PDFDict[] {
  return pdf.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFDict)
    .filter((object) => isElement(object) && object.get(name("S")) === name(type));
}

function element(pdf: PDFDocument, type: string, index = 0): PDFDict {
  const found = elements(pdf, type)[index];
  if (!found) throw new Error(`The good PDF has no ${type} ${index}`);
  return found;
}

function add(pdf: PDFDocument, parent: PDFDict, type: string, more: Record<string, PDFObject> = {}): PDFDict {
  const child = pdf.context.obj({
    Type: "StructElem",
    S: type,
    P: pdf.context.getObjectRef(parent) ?? parent,
    ...more,
  });
  const kids = parent.lookup(name("K"));
  const ref = pdf.context.register(child);
  if (kids instanceof PDFArray) kids.push(ref);
  else {
    // One child may stand without a list.
    const only = parent.get(name("K"));
    parent.set(name("K"), pdf.context.obj(only ? [only, ref] : [ref]));
  }
  return child;
}

const addIn =
  (parent: string, ...types: readonly string[]) =>
  (pdf: PDFDocument) => {
    for (const type of types) add(pdf, element(pdf, parent), type);
  };

const addDeep = (parent: string, group: string, type: string) => (pdf: PDFDocument) =>
  void add(pdf, add(pdf, element(pdf, parent), group), type);

function each(pdf: PDFDocument, change: (object: PDFDict) => void): void {
  for (const [, object] of pdf.context.enumerateIndirectObjects())
    if (object instanceof PDFDict) change(object);
}

function unlanguaged(pdf: PDFDocument): void {
  pdf.catalog.delete(name("Lang"));
  each(pdf, (object) => isElement(object) && object.delete(name("Lang")));
}

function editXmp(pdf: PDFDocument, change: (packet: string) => string): void {
  const stream = pdf.catalog.lookup(name("Metadata"), PDFStream);
  const packet = Buffer.from(change(streamText(stream)), "latin1");
  pdf.catalog.set(name("Metadata"), pdf.context.register(pdf.context.stream(packet)));
}

/** The page with the most text. */
function page(pdf: PDFDocument) {
  const [longest] = pdf.getPages().sort((a, b) => pageContent(b).length - pageContent(a).length);
  if (!longest) throw new Error("The good PDF has no pages");
  return longest;
}

function edit(pdf: PDFDocument, change: (content: string) => string): void {
  const { node } = page(pdf);
  const content = pageContent(page(pdf));
  const changed = change(content);
  if (changed === content) throw new Error("The content is as before");
  node.set(name("Contents"), pdf.context.register(pdf.context.stream(Buffer.from(changed, "latin1"))));
}

const show = (code: string) => (pdf: PDFDocument) =>
  edit(pdf, (content) => {
    const font = /\/F\d+ [\d.]+ Tf/.exec(content)?.[0];
    return `${content}\n/Artifact BMC BT ${font} <${code}> Tj ET EMC`;
  });

function annotations(pdf: PDFDocument): PDFDict[] {
  return pdf.getPages().flatMap(({ node }) => {
    const list = node.Annots();
    return list ? list.asArray().map((_, index) => list.lookup(index, PDFDict)) : [];
  });
}

const annotation = (change: (annotation: PDFDict) => void) => (pdf: PDFDocument) => {
  const [first] = annotations(pdf);
  if (!first) throw new Error("The good PDF has no links");
  change(first);
};

function drawForm(
  pdf: PDFDocument,
  content: string,
  entries: Record<string, PDFObject | string>,
  times: number,
): void {
  const form = pdf.context.register(
    pdf.context.stream(content, { Subtype: "Form", BBox: [0, 0, 1, 1], ...entries }),
  );
  const resources = page(pdf).node.Resources();
  const objects = resources?.lookupMaybe(name("XObject"), PDFDict) ?? pdf.context.obj({});
  objects.set(name("Broken"), form);
  resources?.set(name("XObject"), objects);
  edit(pdf, (old) => `${old}${"\n/Artifact BMC /Broken Do EMC".repeat(times)}`);
}

const fonts = (change: (font: PDFDict, descendant: PDFDict) => void) => (pdf: PDFDocument) =>
  each(pdf, (object) => {
    if (object.get(name("Subtype")) !== name("Type0")) return;
    change(object, object.lookup(name("DescendantFonts"), PDFArray).lookup(0, PDFDict));
  });

const without =
  (...path: readonly string[]) =>
  (pdf: PDFDocument) => {
    const key = path.at(-1) ?? "";
    const owner = path
      .slice(0, -1)
      .reduce((dictionary, step) => dictionary.lookup(name(step), PDFDict), pdf.catalog as PDFDict);
    owner.delete(name(key));
  };

const role = (from: string, to: string) => (pdf: PDFDocument) =>
  pdf.catalog
    .lookup(name("StructTreeRoot"), PDFDict)
    .lookup(name("RoleMap"), PDFDict)
    .set(name(from), name(to));

const retype = (from: string, to: string) => (pdf: PDFDocument) =>
  element(pdf, from).set(name("S"), name(to));

const span = (pdf: PDFDocument, key: string) => pdf.context.obj([{ O: "Table", [key]: 2 }]);

/** For each rule a change that makes a good PDF break it. */
export const breaks: Readonly<Record<string, (pdf: PDFDocument) => unknown>> = {
  "5-1": (pdf) => editXmp(pdf, (packet) => packet.replace(/<pdfuaid:part>1<\/pdfuaid:part>/, "")),
  "5-2": (pdf) => editXmp(pdf, (packet) => packet.replace("<pdfuaid:part>1", "<pdfuaid:part>2")),
  "6.1-1": (pdf) => Object.assign(pdf.context, { header: PDFHeader.forVersion(2, 0) }),
  "6.2-1": without("MarkInfo", "Marked"),
  "7.1-1": (pdf) => edit(pdf, (content) => content.replace(/\/MCID \d+ *>> *BDC/, "$& /Artifact BMC EMC")),
  "7.1-2": (pdf) => edit(pdf, (content) => `${content}\n/Artifact BMC /P <</MCID 0>> BDC EMC EMC`),
  "7.1-3": (pdf) => edit(pdf, (content) => `${content}\n0 0 1 1 re f`),
  "7.1-4": (pdf) => pdf.catalog.lookup(name("MarkInfo"), PDFDict).set(name("Suspects"), PDFBool.True),
  "7.1-5": retype("P", "Passage"),
  "7.1-6": (pdf) => [role("One", "Other")(pdf), role("Other", "One")(pdf)],
  "7.1-7": role("P", "Span"),
  "7.1-8": without("Metadata"),
  "7.1-9": (pdf) => editXmp(pdf, (packet) => packet.replace(/<dc:title>.*<\/dc:title>/s, "")),
  "7.1-10": without("ViewerPreferences", "DisplayDocTitle"),
  "7.1-11": without("StructTreeRoot"),
  "7.1-12": (pdf) => element(pdf, "P").delete(name("P")),
  "7.2-2": without("Lang"),
  "7.2-3": addIn("Table", "P"),
  "7.2-4": addIn("Sect", "TR"),
  "7.2-5": addIn("Sect", "THead"),
  "7.2-6": addIn("Sect", "TBody"),
  "7.2-7": addIn("Sect", "TFoot"),
  "7.2-8": addIn("Sect", "TH"),
  "7.2-9": addIn("Sect", "TD"),
  "7.2-10": addIn("TR", "P"),
  "7.2-11": addIn("Table", "THead", "THead"),
  "7.2-12": addIn("Table", "TFoot", "TFoot"),
  "7.2-13": addIn("Table", "TFoot"),
  "7.2-14": addIn("Table", "THead"),
  "7.2-15": (pdf) => [
    element(pdf, "TD", 1).set(name("A"), span(pdf, "RowSpan")),
    element(pdf, "TD", 2).set(name("A"), span(pdf, "ColSpan")),
  ],
  "7.2-16": addIn("Table", "Caption", "TR"),
  "7.2-17": addIn("Sect", "LI"),
  "7.2-18": addIn("Sect", "LBody"),
  "7.2-19": addIn("L", "P"),
  "7.2-20": addIn("LI", "P"),
  "7.2-21": (pdf) => [element(pdf, "P").set(name("ActualText"), PDFString.of("words")), unlanguaged(pdf)],
  "7.2-22": unlanguaged,
  "7.2-23": (pdf) => [element(pdf, "P").set(name("E"), PDFString.of("words")), unlanguaged(pdf)],
  "7.2-24": unlanguaged,
  "7.2-26": addIn("Sect", "TOCI"),
  "7.2-27": addIn("TOC", "P"),
  "7.2-28": addIn("TOC", "Caption"),
  "7.2-29": (pdf) => element(pdf, "P").set(name("Lang"), PDFString.of("en_GB")),
  "7.2-30": without("Lang"),
  "7.2-33": without("Lang"),
  "7.2-34": unlanguaged,
  "7.2-36": addDeep("Table", "THead", "P"),
  "7.2-37": addDeep("Table", "TBody", "P"),
  "7.2-38": addDeep("Table", "TFoot", "P"),
  "7.2-39": addIn("Table", "Caption"),
  "7.2-40": addIn("L", "Caption"),
  "7.2-41": addIn("TR", "TD"),
  "7.2-42": addIn("TR", "TD"),
  "7.3-1": (pdf) => element(pdf, "Figure").delete(name("Alt")),
  "7.3-2": (pdf) => element(pdf, "Figure").delete(name("A")),
  "7.4.2-1": retype("H1", "H3"),
  "7.4.4-1": addIn("Sect", "H", "H"),
  "7.4.4-2": addIn("Sect", "H"),
  "7.4.4-3": addIn("Sect", "H"),
  "7.5-1": (pdf) => [...elements(pdf, "TH"), ...elements(pdf, "TD")].map((cell) => cell.delete(name("A"))),
  "7.5-2": (pdf) =>
    element(pdf, "TD").set(name("A"), pdf.context.obj([{ O: "Table", Headers: [PDFString.of("none")] }])),
  "7.6-1": (pdf) => elements(pdf, "L").map((list) => list.delete(name("A"))),
  "7.7-1": addIn("Sect", "Formula"),
  "7.9-1": addIn("Sect", "Note"),
  "7.9-2": (pdf) =>
    ["Note", "Note"].map((type) => add(pdf, element(pdf, "Sect"), type, { ID: PDFString.of("n") })),
  "7.18.1-1": annotation((link) => link.set(name("Subtype"), name("Text"))),
  "7.18.1-2": annotation((link) => [link.set(name("Subtype"), name("Text")), link.delete(name("Contents"))]),
  "7.18.3-1": (pdf) => pdf.getPages().map(({ node }) => node.delete(name("Tabs"))),
  "7.18.4-1": annotation((link) => link.set(name("Subtype"), name("Widget"))),
  "7.18.5-1": annotation((link) => link.delete(name("StructParent"))),
  "7.18.5-2": annotation((link) => link.delete(name("Contents"))),
  "7.20-1": (pdf) => drawForm(pdf, "", { Ref: pdf.context.obj({ F: "other.pdf" }) }, 1),
  "7.20-2": (pdf) => drawForm(pdf, "/P <</MCID 0>> BDC EMC", {}, 2),
  "7.21.3.2-1": fonts((_, descendant) => descendant.delete(name("CIDToGIDMap"))),
  "7.21.3.3-1": fonts((font) => font.set(name("Encoding"), name("Unheard-H"))),
  "7.21.4.1-1": fonts((_, descendant) =>
    descendant.lookup(name("FontDescriptor"), PDFDict).delete(name("FontFile2")),
  ),
  "7.21.4.1-2": show("fff0"),
  "7.21.5-1": fonts((_, descendant) => [
    descendant.delete(name("W")),
    descendant.set(name("DW"), PDFNumber.of(1)),
  ]),
  "7.21.7-1": show("fff0"),
  "7.21.7-2": (pdf) => {
    const table =
      "1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfchar <0001> <0000> endbfchar";
    const ref = pdf.context.register(pdf.context.stream(table));
    fonts((font) => font.set(name("ToUnicode"), ref))(pdf);
  },
  "7.21.8-1": show("0000"),
};

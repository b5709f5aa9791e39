import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { getDocument, VerbosityLevel } from "./pdfjs.js";

/** Facts of one page of a PDF. */
export interface PageFacts {
  /** As a reader would copy it. */
  readonly text: string;
  readonly label: string;
  /** Lower left and upper right corner, in points. */
  readonly view: readonly number[];
  readonly links: readonly { readonly dest?: string; readonly url?: string }[];
}

/** Open a PDF as PDF.js reads it; close it when the facts are had. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    fontExtraProperties: true,
  }).promise;
}

/** Read the facts of every page. */
export async function pagesOf(pdf: PDFDocumentProxy): Promise<PageFacts[]> {
  const labels = (await pdf.getPageLabels()) ?? [];
  const pages: PageFacts[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const content = await page.getTextContent();
    const text = content.items
      .map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : ""))
      .join("");
    const annotations = (await page.getAnnotations()) as { subtype: string; dest?: unknown; url?: string }[];
    const links = annotations
      .filter(({ subtype }) => subtype === "Link")
      .map(({ dest, url }) => ({ ...(typeof dest === "string" && { dest }), ...(url && { url }) }));
    pages.push({ text, label: labels[number - 1] ?? "", view: page.view, links });
  }
  return pages;
}

/** Name the fonts that a PDF's pages draw with, without their subset tags. */
export async function fontsOf(
  pdf: PDFDocumentProxy,
): Promise<{ name: string; embedded: boolean; type: string }[]> {
  const fonts = new Map<string, { name: string; embedded: boolean; type: string }>();
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    await page.getOperatorList();
    for (const item of (await page.getTextContent()).items) {
      if (!("fontName" in item) || fonts.has(item.fontName) || !page.commonObjs.has(item.fontName)) continue;
      const font = page.commonObjs.get(item.fontName) as {
        name: string;
        missingFile?: boolean;
        type: string;
      };
      fonts.set(item.fontName, {
        name: font.name.replace(/^[A-Z]{6}\+/, ""),
        embedded: !font.missingFile,
        type: font.type,
      });
    }
  }
  return [...fonts.values()];
}

/** The page, from 0, that a named destination leads to. */
export async function pageOfDestination(pdf: PDFDocumentProxy, name: string): Promise<number | undefined> {
  const [ref] = ((await pdf.getDestination(name)) ?? []) as [{ num: number; gen: number }?];
  return ref && (await pdf.getPageIndex(ref));
}

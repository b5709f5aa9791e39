import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** The words of a page of a tagged PDF that belong to the text: no running head, no folio, no drawing. */
export interface PageWords {
  readonly label: string;
  /** In reading order. */
  readonly words: string;
}

interface StructureNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly StructureNode[];
}

/** Read the words of every page by its tags: what is an artifact or a picture’s own is left out, captions are not. */
export async function pageWordsOf(pdf: PDFDocumentProxy): Promise<PageWords[]> {
  const labels = (await pdf.getPageLabels()) ?? [];
  const pages: PageWords[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const texts = new Map<string, string>();
    const open: (string | undefined)[] = [];
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
      if ("str" in item) {
        const id = open.findLast((each) => each !== undefined);
        if (id !== undefined) texts.set(id, `${texts.get(id) ?? ""}${item.str}${item.hasEOL ? "\n" : ""}`);
      } else if (item.type === "endMarkedContent") open.pop();
      else open.push("id" in item && typeof item.id === "string" ? item.id : undefined);
    }
    const order = contentOf((await page.getStructTree()) as StructureNode | null);
    const words = order.map((id) => texts.get(id) ?? "").join("");
    pages.push({ label: labels[number - 1] ?? "", words });
  }
  return pages;
}

/** List the marked content of a structure tree in reading order, that of figures and the signs of list items left out. */
function contentOf(node: StructureNode | null): string[] {
  const isSilent = node?.role === "Figure" || node?.role === "Lbl";
  return (node?.children ?? []).flatMap((child) => {
    if (child.type !== "content") return contentOf(child);
    return child.id === undefined || isSilent ? [] : [child.id];
  });
}

import type { Resource } from "../../publication.js";
import type { Tab } from "../browser/tab.js";
import { openPdf } from "./page/open-pdf.js";
import { pdfjs, pdfjsPage } from "./pdfjs.js";

/** Show PDF.js in a tab, with PDFs that it can open by their addresses: `/old.pdf`. */
export async function showPdfs({ page, show }: Tab, pdfs: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const own = [...pdfs].map(([address, bytes]): [string, Resource] => [
    address,
    { mediaType: "application/pdf", bytes },
  ]);
  await show({ html: pdfjsPage, resources: new Map([...(await pdfjs()), ...own]) });
  await page.evaluate(`window.openPdf = ${openPdf}; undefined`);
}

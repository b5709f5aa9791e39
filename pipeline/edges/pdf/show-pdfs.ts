import type { Resource } from "../../publication.js";
import type { Tab } from "../browser/tab.js";
import { differingAreas } from "./page/differing-areas.js";
import { openPdf } from "./page/open-pdf.js";
import { paintPage } from "./page/paint-page.js";
import { pdfjs, pdfjsPage } from "./pdfjs.js";

/** Show PDF.js in a tab, with PDFs that it can open by their addresses: `/old.pdf`. */
export async function showPdfs({ page, show }: Tab, pdfs: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const own = [...pdfs].map(([address, bytes]): [string, Resource] => [
    address,
    { mediaType: "application/pdf", bytes },
  ]);
  await show({ html: pdfjsPage, resources: new Map([...(await pdfjs()), ...own]) });
  const steps = { openPdf, paintPage, differingAreas };
  const script = Object.entries(steps).map(([name, step]) => `window.${name} = ${step};`);
  await page.evaluate(`${script.join("\n")}undefined`);
}

import type { Page } from "puppeteer-core";
import type { PrintDocument, Spooled } from "../../publication.js";
import { openSpool } from "../spool.js";

/** Print what a page shows, as a PDF, which is taken over from the browser in pieces. */
export async function printPdf(page: Page, { tags }: Pick<PrintDocument, "tags">): Promise<Spooled> {
  const options = { printBackground: true, preferCSSPageSize: true, tagged: tags !== "none", timeout: 0 };
  const spool = openSpool();
  for await (const bytes of await page.createPDFStream(options)) spool.write(bytes);
  return spool.end();
}

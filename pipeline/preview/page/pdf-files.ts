import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
  PDFWorker,
} from "pdfjs-dist/legacy/build/pdf.mjs";

GlobalWorkerOptions.workerSrc = "/page/pdf.worker.min.mjs";

/** One for all: starting another takes longer than drawing a page. */
const worker = new PDFWorker();

const open = new Map<string, Promise<PDFDocumentProxy>>();

/** Open the PDF at an address, once. */
export function openPdf(address: string): Promise<PDFDocumentProxy> {
  const known = open.get(address);
  if (known) return known;
  const opened = getDocument({
    url: address,
    worker,
    disableStream: true,
    disableAutoFetch: true,
    disableRange: true,
  }).promise;
  open.set(address, opened);
  return opened;
}

/** Close every PDF but those at the addresses. */
export function keepPdfs(addresses: ReadonlySet<string>): void {
  for (const [address, opened] of open) {
    if (addresses.has(address)) continue;
    open.delete(address);
    void opened.then((pdf) => pdf.loadingTask.destroy()).catch(() => {});
  }
}

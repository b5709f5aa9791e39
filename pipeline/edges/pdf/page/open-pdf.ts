import type { PDFDocumentProxy } from "pdfjs-dist";

declare global {
  interface Window {
    readonly pdfjs?: typeof import("pdfjs-dist");
    openPdf: typeof openPdf;
    /** By address: opened once. */
    opened?: Map<string, Promise<PDFDocumentProxy>>;
  }
}

/** Open a PDF of the tab's resources by its address, or say in a few words why it cannot be. Runs in the page. */
export async function openPdf(address: string): Promise<PDFDocumentProxy | string> {
  while (!window.pdfjs) await new Promise((resolve) => setTimeout(resolve, 5));
  const { getDocument } = window.pdfjs;
  window.opened ??= new Map();
  const open = async () => {
    const data = new Uint8Array(await (await fetch(address)).arrayBuffer());
    return getDocument({
      data,
      verbosity: 0,
      isEvalSupported: false,
      enableXfa: false,
      useWorkerFetch: false,
      cMapUrl: "/pdfjs/cmaps/",
      standardFontDataUrl: "/pdfjs/standard_fonts/",
      wasmUrl: "/pdfjs/wasm/",
    } as Parameters<typeof getDocument>[0]).promise;
  };
  const pdf = window.opened.get(address) ?? open();
  window.opened.set(address, pdf);
  try {
    return await pdf;
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    return name === "PasswordException" ? "it is locked with a password" : "it is no PDF, or a damaged one";
  }
}

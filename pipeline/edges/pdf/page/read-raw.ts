import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import type { RawPage, RawPdf, RawRun, RawTag } from "../../../diff/raw-pdf.js";

/** Read the words, tags and destinations of a PDF; a string says why not. Runs in the page. */
export async function readRaw(address: string): Promise<RawPdf | string> {
  interface Node {
    readonly role?: string;
    readonly type?: string;
    readonly id?: string;
    readonly alt?: string;
    readonly children?: readonly Node[];
  }
  const tagOf = ({ role, type, id, alt, children }: Node): RawTag => ({
    role: role ?? "",
    ...(type === "content" && id !== undefined && { mark: id }),
    ...(alt && { alt }),
    children: (children ?? []).filter((child) => child.type !== "object").map(tagOf),
  });

  const runsOf = async (page: PDFPageProxy): Promise<RawRun[]> => {
    const viewport = page.getViewport({ scale: 1 });
    const open: { mark: string; isArtifact: boolean }[] = [];
    const runs: RawRun[] = [];
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    for (const item of items) {
      const around = open.at(-1) ?? { mark: "", isArtifact: false };
      if ("str" in item) {
        const [x = 0, y = 0] = viewport.convertToViewportPoint(item.transform[4], item.transform[5]);
        const size = Math.hypot(item.transform[2], item.transform[3]);
        runs.push({ text: item.str, x, y, width: item.width, size, ends: item.hasEOL, ...around });
      } else if (item.type === "endMarkedContent") open.pop();
      else {
        const { id, tag } = item as { id?: string | null; tag?: string };
        open.push({ mark: id || around.mark, isArtifact: around.isArtifact || tag === "Artifact" });
      }
    }
    return runs;
  };

  const pageOf = async (page: PDFPageProxy, label: string | null): Promise<RawPage> => {
    const { width, height } = page.getViewport({ scale: 1 });
    const tree = (await page.getStructTree()) as Node | null;
    const annotations = (await page.getAnnotations()) as { url?: string; unsafeUrl?: string }[];
    return {
      label,
      width,
      height,
      runs: await runsOf(page),
      tags: tree && tagOf(tree),
      links: annotations.flatMap(({ url }) => (url ? [url] : [])),
    };
  };

  const destinationsOf = async (pdf: PDFDocumentProxy): Promise<[string, number][]> => {
    const found: [string, number][] = [];
    for (const [name, target] of Object.entries((await pdf.getDestinations()) as Record<string, unknown[]>)) {
      const reference = target?.[0] as { num: number; gen: number } | number | undefined;
      const page =
        typeof reference === "object" ? await pdf.getPageIndex(reference).catch(() => -1) : (reference ?? -1);
      found.push([name, page]);
    }
    return found;
  };

  const pdf = await window.openPdf(address);
  if (typeof pdf === "string") return pdf;
  try {
    const labels = await pdf.getPageLabels();
    const pages: RawPage[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      pages.push(await pageOf(page, labels?.[number - 1] ?? null));
      page.cleanup();
    }
    return { pages, destinations: await destinationsOf(pdf) };
  } catch {
    return "it is a damaged PDF";
  }
}

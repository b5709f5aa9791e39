import type { NumberedPage, PagedPage } from "./shared.js";

/** Let Paged.js set the document into pages, at most `limit`; false where more would be needed. Runs in the page. */
export async function paginate(limit: number, faces: string): Promise<readonly NumberedPage[] | false> {
  const { Paged, quoin } = window;
  // It asks for every face that is declared: a megabyte or more, where those that the text uses are there already.
  if (faces === "used") Paged.Chunker.prototype.loadFonts = async () => {};
  let tooMany = false;
  let finished: HTMLElement | undefined;
  Paged.registerHandlers(
    class extends Paged.Handler {
      beforePageLayout(): void {
        tooMany = quoin.pages.length >= limit;
        if (tooMany) throw new Error("page limit");
        // To lay out a page takes longer the more finished ones are laid out beside it.
        finished?.style.setProperty("display", "none");
      }
      afterPageLayout(element: HTMLElement, page: PagedPage): void {
        quoin.pages.push(quoin.numberPage(element, page.blank === true));
        quoin.elements.push(element);
        finished = element;
        if (!window.quoinReached) return;
        letters += lettersOf(element);
        // The part that a page ends with may go on; a blank page has none.
        const last = [...element.querySelectorAll<HTMLElement>("[data-part]")].at(-1)?.dataset.part;
        chapters = chaptersBefore.get(last) ?? chapters;
        const share = Math.min(1, letters / whole);
        void window.quoinReached({ step: "laying", chapters, of, pages: quoin.pages.length, share });
      }
    },
  );
  // A page brings the spaces of its template.
  const lettersOf = (node: Node) => (node.textContent ?? "").replace(/\s+/g, "").length;
  const content = document.createDocumentFragment();
  content.append(...document.body.childNodes);
  const whole = Math.max(1, lettersOf(content));
  const chaptersBefore = new Map<string | undefined, number>();
  let [chapters, of] = [0, 0];
  for (const part of content.querySelectorAll<HTMLElement>("[data-part]")) {
    chaptersBefore.set(part.dataset.part, of);
    if (part.matches(".chapter")) of += 1;
  }
  let letters = 0;
  try {
    await new Paged.Previewer({ hyphenGlyph: "\u2010" }).preview(content, undefined, document.body);
  } catch (error) {
    if (!tooMany) throw error;
    return false;
  }
  for (const page of document.querySelectorAll<HTMLElement>(".pagedjs_page"))
    page.style.removeProperty("display");
  for (const link of document.querySelectorAll<HTMLElement>("a[data-folio-ref][href^='#']")) {
    const target = document.getElementById(decodeURIComponent((link.getAttribute("href") ?? "").slice(1)));
    link.dataset.folio = target?.closest<HTMLElement>(".pagedjs_page")?.dataset.folio ?? "";
  }
  return quoin.pages;
}

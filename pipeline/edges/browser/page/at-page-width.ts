import type {} from "./shared.js";

/**
 * Lay the document out as wide as on a page, by the style sheet's own rules for pages, while something is measured and mended; the
 * height of a text area is handed over. Nothing is done where the document does not say how large that is: `data-area` on its root, in
 * pixels, `421x756`. Runs in the page.
 */
export async function atPageWidth(work: (height: number) => void): Promise<void> {
  const [width = 0, height = 0] = (document.documentElement.dataset.area ?? "").split("x").map(Number);
  if (width === 0 || height === 0) return;
  const { body } = document;
  const former = { className: body.className, width: body.style.width };
  body.classList.add("pagedjs_right_page");
  body.style.width = `${width}px`;
  void body.offsetHeight;
  await document.fonts.ready;
  work(height);
  body.className = former.className;
  body.style.width = former.width;
}

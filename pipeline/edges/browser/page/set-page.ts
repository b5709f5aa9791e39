import type {} from "./shared.js";

/** Install the setting of a page on trial, for a document whose pages have nothing at their foot. Runs in the page. */
export function installPageSetting(): void {
  window.quoin.setPage = async (page, content, from, maxChars, shorter) => {
    page.element.style.setProperty("--pagedjs-footnotes-height", `${shorter}px`);
    const token = await page.layout(content, from.token || false, maxChars);
    return { ...from, token, notesHeight: 0, free: 0 };
  };
}

/**
 * Lay out anew every page whose content reaches beyond it. Runs in the page.
 *
 * When Paged.js takes the rest of a paragraph off a page, Chromium now and then keeps the break that this rest had forced, and
 * shows the last line in a column that nobody sees until something makes it look again.
 */
export function settle(): void {
  for (const content of document.querySelectorAll<HTMLElement>(".pagedjs_page_content")) {
    if (content.scrollWidth <= content.clientWidth) continue;
    content.style.display = "none";
    void content.offsetHeight;
    content.style.removeProperty("display");
  }
}

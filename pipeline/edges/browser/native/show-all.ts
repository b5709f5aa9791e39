/** Show, of a run that was taken, all. Runs in the page. */
export function showAll(): void {
  document.querySelector("style[data-sample]")?.remove();
}

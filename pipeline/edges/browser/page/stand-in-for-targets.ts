/**
 * Put an element that is never shown before each target of a link, under the same id, also where that is set elsewhere. Runs in the page, when all is measured.
 *
 * For every page that it prints, Chromium asks where each target of the document stands: with 3,000 of them on 700 pages more than half of the print's time.
 * One without a box it passes over. The links keep the names that they lead to; where these are is known from our own measuring.
 */
export function standInForTargets(elsewhere: readonly string[] = []): void {
  const links = document.querySelectorAll<HTMLAnchorElement>("a[href^='#']");
  const ids = new Set(
    [...links].map((link) => decodeURIComponent((link.getAttribute("href") ?? "").slice(1))),
  );
  const others = new Set(elsewhere);
  const standIns = [...ids].flatMap((id) => {
    if (id === "" || !(others.has(id) || document.getElementById(id))) return [];
    const standIn = document.createElement("link");
    standIn.id = id;
    return [standIn];
  });
  document.head.prepend(...standIns);
}

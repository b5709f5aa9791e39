import type { HeadedPage } from "./shared.js";

/** Wait for the faces that only the margins of pages are set in: a print waits for none. Runs in the page. */
export async function awaitMarginFaces(pages: readonly HeadedPage[]): Promise<void> {
  const letters = [...new Set(pages.flatMap(({ head, folio }) => [...head, ...folio]))].join("");
  const probe = document.createElement("div");
  for (const { cssRules } of document.styleSheets) {
    for (const rule of cssRules) {
      if (!(rule instanceof CSSPageRule)) continue;
      for (const margin of rule.cssRules) {
        const line = document.createElement("p");
        line.style.cssText = (margin as CSSStyleRule).style.cssText;
        line.textContent = letters;
        probe.append(line);
      }
    }
  }
  document.body.append(probe);
  void probe.offsetHeight;
  await Promise.allSettled(
    [...document.fonts].filter(({ status }) => status === "loading").map((face) => face.load()),
  );
  probe.remove();
}

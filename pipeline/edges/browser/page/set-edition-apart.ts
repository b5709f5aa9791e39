import type {} from "./shared.js";

/** Keep the style sheet of the edition from Paged.js where it stands apart, behind all others; say so, and whether another sheet counts something. Runs in the page. */
export function setEditionApart(): void {
  const { Paged, quoin, steps } = window;
  const styles = [...document.querySelectorAll<HTMLStyleElement>("style")];
  const own = styles.find(({ dataset }) => dataset.edition !== undefined);
  const texts = styles
    .filter((style) => style !== own)
    .map(({ textContent }) => textContent)
    .join("\n");
  // A page by its number is another one where pages before it are missing.
  quoin.isCounting =
    /counter-(?:increment|set)\s*:|counter\(\s*pages?\b|target-counter|string-set|running\(|@page[^{]*:(?:first|nth)|\.pagedjs_(?:first_page|page[\w-]*:)/.test(
      texts,
    );
  quoin.isEditionApart = own !== undefined && steps.standsApart(own.textContent);
  if (!own || !quoin.isEditionApart) return;
  own.dataset.pagedjsIgnore = "";
  Paged.registerHandlers(
    class extends Paged.Handler {
      afterParsed(): void {
        document.head.append(own);
      }
    },
  );
}

import type {} from "./shared.js";

/**
 * Install the removal of the rule by which Paged.js takes the style of first letters from paragraphs that go on, where no style
 * sheet gives first letters a style. Runs in the page.
 *
 * Chromium leaves a text untagged that a first letter uses up: the word `a` before an emphasis, at the top of a page, would be
 * missing in the text of the PDF.
 */
export function installPlainFirstLetters(): void {
  const { Paged } = window;
  Paged.registerHandlers(
    class extends Paged.Handler {
      afterParsed(): void {
        const found: [sheet: CSSStyleSheet, rule: CSSRule][] = [];
        for (const sheet of document.styleSheets) {
          for (const rule of sheet.cssRules) {
            if (!rule.cssText.includes("::first-letter")) continue;
            // A theme has first letters of its own.
            if (!rule.cssText.includes("[data-split-from]")) return;
            found.push([sheet, rule]);
          }
        }
        for (const [sheet, rule] of found) sheet.deleteRule([...sheet.cssRules].indexOf(rule));
      }
    },
  );
}

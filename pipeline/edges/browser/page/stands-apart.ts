/**
 * Say whether a style sheet need not go through Paged.js, and may be exchanged when all pages are set: where it only paints, and by selectors that say the same of an element
 * on its page as in the whole text. Runs in the page.
 */
export function standsApart(css: string): boolean {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const goesByNeighbours = (rule: CSSRule) =>
    rule instanceof CSSStyleRule && /[+~#]|:(?:nth|first|last|only|empty)/.test(rule.selectorText);
  return window.steps.onlyPaints(css) && ![...sheet.cssRules].some(goesByNeighbours);
}

/** Say whether a style sheet changes nothing but how things are painted, so that all stays in its place. Runs in the page. */
export function onlyPaints(css: string): boolean {
  const paints =
    /^(?:text-decoration(?:-line|-style|-color|-thickness|-skip-ink)?|text-underline-(?:offset|position)|(?:background-)?color)$/;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return [...sheet.cssRules].every(
    (rule) =>
      rule instanceof CSSStyleRule &&
      rule.cssRules.length === 0 &&
      [...rule.style].every((property) => paints.test(property)),
  );
}

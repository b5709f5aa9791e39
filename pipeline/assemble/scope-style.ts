/**
 * Keep the style sheet of a drawing to itself once it stands in a page: every selector begins with the drawing's class.
 *
 * Answers the scoped text and what had to go: at-rules (`@import`, `@font-face`) and values that are fetched from elsewhere.
 */
export function scopeStyle(css: string, scope: string, idPrefix: string): { css: string; dropped: string[] } {
  const dropped: string[] = [];
  const plain = css.replace(/\/\*[\s\S]*?\*\/|<!\[CDATA\[|\]\]>/g, "");
  const rules = plain
    .replace(/@[a-z-]+[^;{]*(?:;|\{(?:[^{}]|\{[^{}]*\})*\})/gi, (rule) => {
      dropped.push(/^@[a-z-]+/i.exec(rule)?.[0] ?? "@");
      return "";
    })
    .matchAll(/([^{}]+)\{([^{}]*)\}/g);
  const scoped = [...rules].map(([, selectors = "", body = ""]) => {
    const renamed = selectors.replace(/#([A-Za-z_][\w-]*)/g, `#${idPrefix}$1`);
    const inside = renamed.split(",").map((selector) => `.${scope} ${selector.trim()}`);
    return `${inside.join(",")}{${declarations(body, idPrefix, dropped)}}`;
  });
  return { css: scoped.join("\n"), dropped };
}

function declarations(body: string, idPrefix: string, dropped: string[]): string {
  return body
    .split(";")
    .map((declaration) =>
      declaration.trim().replace(/url\(\s*(['"]?)#([^)'"]+)\1\s*\)/g, `url(#${idPrefix}$2)`),
    )
    .filter((declaration) => {
      const fetched = /url\((?!#)|expression\(/i.test(declaration);
      if (fetched) dropped.push("a style with an address");
      return declaration !== "" && !fetched;
    })
    .join(";");
}

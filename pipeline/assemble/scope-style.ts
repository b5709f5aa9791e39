/** Where the style sheet of a drawing holds. */
export interface Scope {
  /** The class of the drawing's root. */
  readonly scope: string;
  /** What its ids begin with. */
  readonly idPrefix: string;
  /** What its selectors may call its root: `svg`, `:root`, its id and classes. */
  readonly names: ReadonlySet<string>;
}

/**
 * Keep the style sheet of a drawing to itself once it stands in a page: every selector begins with the drawing's class.
 *
 * Answers the scoped text and what had to go: at-rules (`@import`, `@font-face`) and values that are fetched from elsewhere.
 */
export function scopeStyle(
  css: string,
  { scope, idPrefix, names }: Scope,
): { css: string; dropped: string[] } {
  const dropped: string[] = [];
  const plain = css.replace(/\/\*[\s\S]*?\*\/|<!\[CDATA\[|\]\]>/g, "");
  const rules = plain
    .replace(/@[a-z-]+[^;{]*(?:;|\{(?:[^{}]|\{[^{}]*\})*\})/gi, (rule) => {
      dropped.push(/^@[a-z-]+/i.exec(rule)?.[0] ?? "@");
      return "";
    })
    .matchAll(/([^{}]+)\{([^{}]*)\}/g);
  const scoped = [...rules].map(([, selectors = "", body = ""]) => {
    const inside = selectors.split(",").flatMap((selector) => {
      const [, first = "", rest = ""] = /^([^\s>+~]*)([\s\S]*)$/.exec(selector.trim()) ?? [];
      const own = rest.replace(/#([A-Za-z_][\w-]*)/g, `#${idPrefix}$1`);
      const below = `.${scope} ${first.replace(/#([A-Za-z_][\w-]*)/g, `#${idPrefix}$1`)}${own}`;
      const simple = first.match(/[.#:]?[^.#:]+/g) ?? [];
      return simple.length > 0 && simple.every((name) => names.has(name))
        ? [below, `.${scope}${own}`]
        : [below];
    });
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

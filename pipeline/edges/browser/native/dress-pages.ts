import type { ColumnPart, HeadedPage, PlacedPart, Sheet } from "./shared.js";

/** The pages of all runs, and which of them this one prints. */
interface Dressed {
  readonly all: readonly PlacedPart[];
  readonly parts: readonly ColumnPart[];
  readonly pages: readonly HeadedPage[];
  readonly first: number;
  readonly end: number;
}

/**
 * Give the pages that will be printed their boxes, their heads and folios, and the blank ones their place. Runs in the page.
 *
 * Chromium's margin boxes know the number of their page and nothing else of it. A counter style that has a sign of its own for every
 * number makes of it what stands on that page: `attr(data-head)` and `attr(data-folio)`, as Paged.js would read them.
 */
export function dressPages({ all, parts, pages, first, end }: Dressed, sheet: Sheet): void {
  /** Chromium takes the first page that it prints for one that a document begins with: one more comes before a page of the other side. */
  const lead = first % 2 === 1 ? [undefined] : [];
  const printed = [...lead, ...pages.slice(first, end)];
  const below = sheet.height - sheet.bleed - sheet.trimHeight;
  const counters = { "attr(data-head)": "quoin-head", "attr(data-folio)": "quoin-folio" } as const;
  for (const { cssRules } of document.styleSheets) {
    for (const rule of cssRules) {
      if (!(rule instanceof CSSPageRule)) continue;
      for (const margin of rule.cssRules) {
        const { style } = margin as CSSStyleRule;
        const content = style.getPropertyValue("content");
        const filled = content.replace(/attr\(data-(?:head|folio)\)/g, (attribute) => {
          return `counter(page, ${counters[attribute as keyof typeof counters]})`;
        });
        if (filled !== content) style.setProperty("content", filled);
        // Paged.js keeps the bleed out of the margins.
        const { name } = margin as CSSStyleRule & { readonly name: string };
        if (name.startsWith("top")) style.setProperty("margin-top", `${sheet.bleed}px`);
        if (name.startsWith("bottom")) style.setProperty("margin-bottom", `${below}px`);
      }
    }
  }
  const symbols = (texts: readonly string[]) =>
    texts.map((text) => `"${text.replace(/["\\]/g, "\\$&").replace(/\s+/g, " ")}"`).join(" ");
  const counter = (name: string, texts: readonly string[]) =>
    `@counter-style ${name}{system:fixed;symbols:${symbols(texts)};suffix:""}`;
  const { bleed, width, height, top, column, area } = sheet;
  const sideRule = (side: "left" | "right") => {
    const left = bleed + sheet[side].area;
    return `@page:${side}{margin-left:${left}px;margin-right:${width - left - area}px}`;
  };
  const style = document.createElement("style");
  style.dataset.dress = "";
  style.textContent = [
    counter(
      "quoin-head",
      printed.map((page) => page?.head ?? ""),
    ),
    counter(
      "quoin-folio",
      printed.map((page) => (!page || page.blank ? "" : page.folio)),
    ),
    `@page{size:${width}px ${height}px;margin-top:${bleed + top}px;margin-bottom:${height - bleed - top - column}px}`,
    sideRule("left"),
    sideRule("right"),
    // Chromium lets the later rule win over the named one.
    ...sheet.full.map((name) => `@page ${name}{margin:0}`),
    ".quoin-blank{break-before:page;height:1px}",
    // The screen has done its work: laid out there once more, before the print and after it, all pages would be one.
    "@media screen{body{content-visibility:hidden}}",
  ].join("\n");
  document.head.append(style);

  for (const { section, columns } of parts) columns.replaceWith(section);
  const blankPage = () => {
    const blank = document.createElement("div");
    blank.className = "quoin-blank";
    blank.dataset.dress = "";
    blank.ariaHidden = "true";
    return blank;
  };
  all.forEach(({ section, blanksBefore, first: begin }, index) => {
    const isPrinted = begin - blanksBefore >= first && begin - blanksBefore < end;
    if (blanksBefore === 0 || !isPrinted) return;
    const before = all[index - 1];
    const blank = blankPage();
    // The page that a cover turns to is of its colour.
    if (before?.isFull) blank.style.setProperty("page", before.page);
    section.before(blank);
  });
  if (lead.length > 0) document.body.prepend(blankPage());
}

import type { ColumnPart, PlacedPart, Sheet } from "./shared.js";

/**
 * Give every part columns of its own, as large as the text areas of its pages and hidden as yet; only on the screen, so that it prints
 * as pages. What stands otherwise on left and right pages is wrapped, so that the style sheet's rules for either side reach it.
 * Runs in the page.
 */
export function openColumns(sheet: Sheet): {
  readonly all: readonly PlacedPart[];
  readonly parts: readonly ColumnPart[];
} {
  const isPaged = /\.pagedjs_(?:left|right)_page /g;
  const forced: string[] = [];
  const sided: string[] = [];
  for (const { cssRules } of document.styleSheets) {
    for (const rule of cssRules) {
      if (!(rule instanceof CSSStyleRule)) continue;
      const { breakBefore, breakAfter } = rule.style;
      // A column knows no page: there its own kind of break does what a page's will do.
      for (const [edge, value] of Object.entries({ before: breakBefore, after: breakAfter })) {
        if (/^(?:page|left|right|recto|verso|always)$/.test(value))
          forced.push(`${rule.selectorText}{break-${edge}:column}`);
      }
      if (rule.selectorText.search(isPaged) >= 0) sided.push(rule.selectorText.replace(isPaged, ""));
    }
  }
  for (const element of document.querySelectorAll<HTMLElement>(sided.join() || "quoin-none")) {
    if (element.matches("[data-part], tr, td, th, thead, tbody")) continue;
    const side = document.createElement("div");
    side.className = "pagedjs_right_page";
    side.dataset.sided = "";
    element.before(side);
    side.append(element);
  }

  const parts: ColumnPart[] = [];
  // All reading before all writing.
  const sections = [...document.body.querySelectorAll<HTMLElement>(":scope > section")];
  const styled = sections.map((section, index) => {
    const { page, direction, breakBefore } = getComputedStyle(section);
    return { id: section.dataset.part ?? String(index), section, page, direction, breakBefore };
  });
  const shown = styled.filter(({ section }) => section.dataset.leftOut === undefined);
  const all = shown.map(({ id, section, page, direction, breakBefore }) => {
    const [recto, verso] =
      sheet.opensOn === "right" ? (["right", "left"] as const) : (["left", "right"] as const);
    const sides: Readonly<Record<string, ColumnPart["opens"]>> = {
      left: "left",
      right: "right",
      recto,
      verso,
    };
    const opens = sides[breakBefore];
    const isFull = sheet.full.includes(page);
    const placed: PlacedPart = { id, section, page, isFull, opens, first: 0, blanksBefore: 0, pages: 0 };
    if (section.dataset.elsewhere !== undefined) return placed;
    section.style.direction = direction;
    const columns = document.createElement("div");
    columns.className = "quoin-columns";
    columns.hidden = true;
    section.classList.add(isFull ? "quoin-full" : "quoin-part");
    section.before(columns);
    columns.append(section);
    const part: ColumnPart = Object.assign(placed, { columns });
    parts.push(part);
    return part;
  });

  const style = document.createElement("style");
  const columns = (width: number, height: number) =>
    `width:${width}px;height:${height}px;column-width:${width}px`;
  style.textContent = `
    body{margin:0!important}
    /* Pages would repeat it, columns do not. */
    thead{display:table-row-group!important}
    [data-sided]{display:contents}
    section.quoin-part{padding:0 ${sheet.after}px 0 ${sheet.before}px!important}
    section.quoin-full{margin:${sheet.bleed}px ${sheet.width - sheet.bleed - sheet.trimWidth}px 0 ${sheet.bleed}px}
    /* A letter that rises out of the first line of a page would show at the foot of the page before. */
    .quoin-head-again{break-after:avoid}
    @media print{:is(.quoin-head-again,.quoin-begins-page){break-before:page}}
    @media print{section.quoin-part{overflow:visible clip}}
    .quoin-columns[hidden]{display:none!important}
    @media screen{
      .quoin-columns{direction:ltr;column-gap:3000px;column-fill:auto;contain:layout;${columns(sheet.area, sheet.column)}}
      :is(.quoin-head-again,.quoin-begins-page){break-before:column}
      .quoin-columns:has(>.quoin-full){${columns(sheet.width, sheet.height)}}
      ${forced.join("")}
    }`;
  document.head.append(style);
  return { all, parts };
}

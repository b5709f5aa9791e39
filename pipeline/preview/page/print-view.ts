import type { ShownPage } from "../state.js";
import { type PageSlot, type PageWatcher, pageSlot } from "./page-slot.js";
import { keepPdfs } from "./pdf-files.js";
import { pageAt, placeOf } from "./place.js";
import { spreadsOf } from "./spreads.js";

/** The typeset pages as spreads. */
export interface PrintView {
  show(pages: readonly ShownPage[]): void;
  /** Go so many spreads on, or back. */
  turn(spreads: number): void;
  /** Go to the page with a folio, or else to the so-manieth page; false where there is none. */
  goTo(folio: string): boolean;
  /** Go to a page by its index. */
  goToIndex(index: number): void;
  zoom(change: "in" | "out" | "fit"): void;
}

const steps = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3];

/** Who wants to know of what is looked at. */
export interface PrintWatcher extends Pick<PageWatcher, "changed"> {
  /** Is told the index of the page that is looked at. */
  moved(index: number): void;
}

/** Show pages in an element. */
export function printView(root: HTMLElement, { moved, changed }: PrintWatcher): PrintView {
  let pages: readonly ShownPage[] = [];
  let slots: PageSlot[] = [];
  let shape = "";
  let size = { width: 0, height: 0 };
  let scale: number | "fit" = "fit";
  let current = 0;

  const nearby = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries)
        slots.find(({ element }) => element === target)?.near(isIntersecting ? "near" : "far");
    },
    { root, rootMargin: "100% 0px" },
  );

  const layOut = () => {
    if (size.width === 0) return;
    const single = root.clientWidth < 560;
    root.classList.toggle("single", single);
    const across = (root.clientWidth - 64) / (single ? 1 : 2);
    const fitting = Math.min((root.clientHeight - 40) / size.height, across / size.width);
    // Points of a page to pixels of the screen.
    const ratio = scale === "fit" ? (single ? across / size.width : fitting) : (scale * 96) / 72;
    const before = offsetOf(current);
    root.style.setProperty("--page-width", `${Math.round(size.width * ratio)}px`);
    root.style.setProperty("--page-height", `${Math.round(size.height * ratio)}px`);
    holdAt(current, before);
    for (const slot of slots) slot.resize();
  };
  const sized = (width: number, height: number) => {
    if (size.width === width && size.height === height) return;
    size = { width, height };
    layOut();
  };

  /** How far a page's top is below that of the view, in heights of a page, so that it holds through a change of size. */
  const offsetOf = (index: number): number => {
    const element = slots[index]?.element;
    if (!element) return 0;
    const below = element.getBoundingClientRect().top - root.getBoundingClientRect().top;
    return below / element.offsetHeight;
  };
  const holdAt = (index: number, offset: number): void => {
    const element = slots[index]?.element;
    if (!element) return;
    const below = element.getBoundingClientRect().top - root.getBoundingClientRect().top;
    root.scrollTop += below - offset * element.offsetHeight;
  };

  const build = () => {
    while (slots.length < pages.length) slots.push(pageSlot({ sized, changed }));
    for (const { element } of slots.slice(pages.length)) nearby.unobserve(element);
    slots = slots.slice(0, pages.length);
    const spreads = spreadsOf(pages).map(({ left, right }) => {
      const element = document.createElement("div");
      element.className = left !== undefined && right !== undefined ? "spread facing" : "spread";
      const inOrder = [left, right].filter((index) => index !== undefined).sort((a, b) => a - b);
      element.append(...inOrder.flatMap((index) => slots[index]?.element ?? []));
      return element;
    });
    root.replaceChildren(...spreads);
    for (const { element } of slots) nearby.observe(element);
  };

  const look = () => {
    const middle = root.getBoundingClientRect().top + root.clientHeight / 3;
    const index = slots.findIndex(({ element }) => element.getBoundingClientRect().bottom > middle);
    slots[current]?.element.removeAttribute("aria-current");
    current = index < 0 ? Math.max(0, slots.length - 1) : index;
    slots[current]?.element.setAttribute("aria-current", "page");
    moved(current);
  };
  let looking = 0;
  root.addEventListener("scroll", () => {
    cancelAnimationFrame(looking);
    looking = requestAnimationFrame(look);
  });
  new ResizeObserver(layOut).observe(root);

  const goToIndex = (index: number) => {
    const spread = slots[index]?.element.parentElement;
    if (spread) root.scrollTop += spread.getBoundingClientRect().top - root.getBoundingClientRect().top;
  };

  return {
    show(next) {
      const place = placeOf(pages, current);
      const offset = offsetOf(current);
      const isFirst = pages.length === 0;
      pages = next;
      const wanted = pages.map(({ side }) => side).join();
      if (wanted !== shape) build();
      shape = wanted;
      const index = pageAt(pages, place, current);
      if (!isFirst && index !== current) holdAt(index, offset);
      // What is looked at is drawn first.
      const byDistance = [...slots.keys()].sort((a, b) => Math.abs(a - index) - Math.abs(b - index));
      for (const i of byDistance) {
        const page = pages[i];
        if (page) slots[i]?.set(page);
      }
      keepPdfs(new Set(pages.map(({ pdf }) => pdf)));
      look();
    },
    turn(spreads) {
      const all = spreadsOf(pages);
      const at = all.findIndex(({ left, right }) => left === current || right === current);
      const to = all[Math.max(0, Math.min(at + spreads, all.length - 1))];
      const first = Math.min(to?.left ?? Number.POSITIVE_INFINITY, to?.right ?? Number.POSITIVE_INFINITY);
      if (Number.isFinite(first)) goToIndex(first);
    },
    goTo(folio) {
      const byFolio = pages.findIndex((page) => page.folio === folio);
      const index = byFolio >= 0 ? byFolio : /^\d+$/.test(folio) ? Number(folio) - 1 : -1;
      if (!pages[index]) return false;
      goToIndex(index);
      return true;
    },
    goToIndex,
    zoom(change) {
      const now = scale === "fit" ? ((slots[0]?.element.clientWidth ?? 0) / size.width) * (72 / 96) : scale;
      if (change === "fit") scale = "fit";
      else if (change === "in") scale = steps.find((step) => step > now + 0.01) ?? now;
      else scale = steps.findLast((step) => step < now - 0.01) ?? now;
      layOut();
    },
  };
}

/** A small reading system around foliate-js: it opens the books that the page around it names, and keeps the place. */
import { FootnoteHandler } from "foliate-js/footnotes.js";
import type { Entry, View } from "foliate-js/view.js";
import "foliate-js/view.js";

const byId = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const [views, contents, place, note] = [
  byId("views"),
  byId<HTMLSelectElement>("contents"),
  byId("place"),
  byId<HTMLDialogElement>("note"),
];
let view: View | undefined;
let wanted = "";

/** What a reader's dark mode does; the rest is the book's own. */
const scheme =
  "html { color-scheme: light dark; } @media (prefers-color-scheme: dark) { a:link { color: #93bbd6; } }";

async function open(address: string): Promise<void> {
  if (address === wanted) return;
  wanted = address;
  const response = await fetch(address);
  const file = new File([await response.blob()], "book.epub");
  const next = document.createElement("foliate-view") as View;
  next.className = "opening";
  views.append(next);
  await next.open(file);
  if (wanted !== address) return next.remove();
  next.renderer.setAttribute("max-column-count", "1");
  next.renderer.setStyles(scheme);
  listen(next);
  const before = view?.lastLocation?.cfi;
  await next.init(before ? { lastLocation: before } : { showTextStart: true });
  view?.close();
  view?.remove();
  view = next;
  next.className = "";
  document.documentElement.dataset.book = address;
  fillContents(next.book.toc ?? []);
  showPlace(next);
}

function listen(next: View): void {
  const footnotes = new FootnoteHandler();
  footnotes.addEventListener("before-render", ({ detail }) => {
    note.replaceChildren(detail.view);
    note.showModal();
  });
  footnotes.addEventListener("render", ({ detail }) => {
    detail.view.renderer.setAttribute("flow", "scrolled");
    detail.view.renderer.setAttribute("margin", "16px");
    detail.view.renderer.setStyles(scheme);
    detail.view.addEventListener("link", (event) => event.preventDefault());
  });
  next.addEventListener("link", (event) => void footnotes.handle(next.book, event));
  next.addEventListener("external-link", (event) => {
    event.preventDefault();
    const { href } = (event as CustomEvent<{ readonly href: string }>).detail;
    if (/^https?:/.test(href)) window.open(href, "_blank", "noopener");
  });
  next.addEventListener("relocate", () => showPlace(next));
  next.addEventListener("load", (event) => {
    const { doc } = (event as CustomEvent<{ readonly doc: Document }>).detail;
    doc.addEventListener("keydown", press);
  });
}

function showPlace(shown: View): void {
  const { fraction = 0, pageItem, tocItem } = shown.lastLocation ?? {};
  const page = pageItem?.label ? `page ${pageItem.label} · ` : "";
  place.textContent = `${page}${Math.round(fraction * 100)} %`;
  if (tocItem) contents.value = tocItem.href;
}

function fillContents(entries: readonly Entry[]): void {
  const options = (list: readonly Entry[], depth: number): HTMLOptionElement[] =>
    list.flatMap(({ label, href, subitems }) => [
      new Option("\u2003".repeat(depth) + label.trim(), href),
      ...options(subitems ?? [], depth + 1),
    ]);
  contents.replaceChildren(...options(entries, 0));
}

function press(event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  if (ctrlKey || metaKey || altKey || target === contents) return;
  if (key === "ArrowLeft") void view?.goLeft();
  else if (key === "ArrowRight" || key === " ") void view?.goRight();
  else window.parent.postMessage({ key }, location.origin);
}

byId("left").addEventListener("click", () => void view?.goLeft());
byId("right").addEventListener("click", () => void view?.goRight());
contents.addEventListener("change", () => void view?.goTo(contents.value));
document.addEventListener("keydown", press);
note.addEventListener("click", ({ target }) => {
  if (target === note) note.close();
});
note.addEventListener("close", () => {
  note.querySelector<View>("foliate-view")?.close();
  note.replaceChildren();
});
window.addEventListener("message", ({ origin, data }: MessageEvent<{ readonly book?: string }>) => {
  if (origin === location.origin && data.book) void open(data.book);
});
window.parent.postMessage({ ready: true }, location.origin);

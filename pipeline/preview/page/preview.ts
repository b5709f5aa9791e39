/** The preview's page: it listens to the server and shows what it is told. */
import type { PreviewState, ShownMessage, ShownPage } from "../state.js";
import { bookView } from "./book-view.js";
import { showMessagesIn } from "./messages-view.js";
import { printView } from "./print-view.js";

const byId = <T extends HTMLElement>(id: string): T => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`There is no #${id}`);
  return element as T;
};

let state: PreviewState | undefined;
const field = byId<HTMLInputElement>("page-field");
const nameOf = ({ folio, part }: ShownPage) => folio || part;
/** Pages that the last save changed, as far as they are drawn. */
let changed: ReadonlySet<string> = new Set();
const print = printView(byId("print"), {
  moved(index) {
    const page = state?.pages[index];
    if (document.activeElement !== field) field.value = page?.folio || String(index + 1);
  },
  changed(page) {
    changed = new Set([...changed, nameOf(page)]);
    // They are drawn in the order of their distance, and told in that of the book.
    const inOrder = new Set((state?.pages ?? []).map(nameOf).filter((name) => changed.has(name)));
    byId("changes").textContent =
      `Changed: ${changed.size === 1 ? "page" : "pages"} ${[...inOrder].join(", ")}`;
  },
});

const book = bookView(byId("book"), byId<HTMLIFrameElement>("reader"), (key) => keys[key]?.());

function show(next: PreviewState): void {
  if (state?.work === "done" && next.work === "going") changed = new Set();
  state = next;
  const { title, pages, messages, outcome, work } = next;
  document.title = title ? `${title} · preview` : "quoin preview";
  byId("title").textContent = title || "quoin";
  byId("page-total").textContent = pages.length > 0 ? `of ${pages.length}` : "";
  print.show(pages);
  book.show(next.book);
  showMessagesIn(byId("messages"), messages);
  const errors = messages.filter(({ severity }) => severity === "error");
  // An error stands until it is known to be mended.
  const failed = outcome === "failed";
  tellStatus(work === "going" ? "going" : failed ? "failed" : "good");
  const notice = byId("notice");
  notice.hidden = !failed;
  if (failed) notice.replaceChildren(...noticeOf(errors, pages.length > 0));
  const button = byId("side-button");
  button.dataset.gravest = messages.some(({ severity }) => severity === "warning") ? "warning" : "info";
  if (errors.length > 0) button.dataset.gravest = "error";
  byId("side-count").textContent = String(messages.length);
}

function tellStatus(to: "going" | "good" | "failed" | "gone"): void {
  const status = byId("status");
  status.dataset.state = to;
  const words = { going: "Setting…", good: "Up to date", failed: "Not set", gone: "Ended" };
  status.textContent = words[to];
}

function noticeOf(errors: readonly ShownMessage[], hasPages: boolean): (Node | string)[] {
  const number = errors.length === 1 ? "An error stops" : `${errors.length} errors stop`;
  const consequence = hasPages ? "; what is shown is the last good state." : ".";
  const [first] = errors;
  if (!first?.href) return [`${number} the pages from being set${consequence}`];
  const link = document.createElement("a");
  link.href = first.href;
  if (first.href.startsWith("/")) link.target = "quoin-source";
  link.textContent = `${first.file}:${first.line ?? 1}`;
  return [`${number} the pages from being set${consequence} First: `, link];
}

const events = new EventSource("/events");
events.addEventListener("message", ({ data }) => show(JSON.parse(String(data)) as PreviewState));
events.addEventListener("error", () => tellStatus("gone"));

// What scrolls must be reached by the keyboard in every browser.
byId("print").tabIndex = 0;
byId("page-back").addEventListener("click", () => print.turn(-1));
byId("page-on").addEventListener("click", () => print.turn(1));
byId("zoom-in").addEventListener("click", () => print.zoom("in"));
byId("zoom-out").addEventListener("click", () => print.zoom("out"));
byId("zoom-fit").addEventListener("click", () => print.zoom("fit"));
field.addEventListener("focus", () => field.select());
field.addEventListener("change", () => {
  print.goTo(field.value.trim());
  field.blur();
});

for (const device of document.querySelectorAll<HTMLInputElement>("[name=device]"))
  device.addEventListener("change", () => book.choose(device.value));

const side = byId("side");
function toggleSide(): void {
  side.hidden = !side.hidden;
  byId("side-button").setAttribute("aria-expanded", String(!side.hidden));
}
byId("side-button").addEventListener("click", toggleSide);

const tabs = [byId("tab-print"), byId("tab-book")];
function choose(tab: HTMLElement): void {
  for (const each of tabs) {
    const chosen = each === tab;
    each.setAttribute("aria-selected", String(chosen));
    each.tabIndex = chosen ? 0 : -1;
    byId(each.getAttribute("aria-controls") ?? "").hidden = !chosen;
  }
  document.body.dataset.tab = tab.getAttribute("aria-controls") ?? "";
}
for (const tab of tabs) {
  tab.addEventListener("click", () => choose(tab));
  tab.addEventListener("keydown", ({ key }) => {
    const other = tabs.find((each) => each !== tab);
    if (!/^Arrow(Left|Right)$/.test(key) || !other) return;
    choose(other);
    other.focus();
  });
}

const keys: Readonly<Record<string, () => void>> = {
  ArrowLeft: () => print.turn(-1),
  ArrowRight: () => print.turn(1),
  Home: () => print.goToIndex(0),
  End: () => print.goToIndex((state?.pages.length ?? 1) - 1),
  "+": () => print.zoom("in"),
  "=": () => print.zoom("in"),
  "-": () => print.zoom("out"),
  "0": () => print.zoom("fit"),
  m: toggleSide,
  "1": () => choose(byId("tab-print")),
  "2": () => choose(byId("tab-book")),
};
document.addEventListener("keydown", (event) => {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  const isTyping =
    target instanceof HTMLInputElement || (target instanceof HTMLElement && target.role === "tab");
  const act = keys[key];
  if (!act || ctrlKey || metaKey || altKey || isTyping) return;
  event.preventDefault();
  act();
});

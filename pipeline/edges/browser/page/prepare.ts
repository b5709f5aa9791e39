import type { InPage } from "./shared.js";

/**
 * Ready a loaded document for Paged.js: remember what it shows, name its elements, take out the notes that go to the foot of
 * pages, still what would change pages later. Returns how many such notes there are. Runs in the page.
 */
export function prepare(): number {
  // Paged.js waits for an animation frame before every page: 16 ms each for nothing.
  const channel = new MessageChannel();
  const waiting: FrameRequestCallback[] = [];
  channel.port1.onmessage = () => waiting.shift()?.(performance.now());
  window.requestAnimationFrame = (callback) => {
    channel.port2.postMessage(0);
    return waiting.push(callback);
  };
  // Paged.js watches finished pages and takes text away from one that grows afterwards.
  Reflect.deleteProperty(window, "ResizeObserver");

  const shown: Window["quoin"]["shown"] = new Map();
  let count = 0;
  for (const element of document.body.querySelectorAll("*")) {
    const ref = `q${++count}`;
    element.setAttribute("data-ref", ref);
    if (element.localName === "script" || element.localName === "style") continue;
    const picture = element.localName === "img" || element.localName === "svg";
    let text = picture ? (element.getAttribute("alt") ?? element.getAttribute("aria-label") ?? "") : "";
    for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) text += node.nodeValue;
    text = text
      .replace(/[\u00AD\u200B]/g, "")
      .replace(/\s+/g, " ")
      .trim();
    const place = element.closest("[data-place]")?.getAttribute("data-place") ?? "";
    if (text !== "" || picture) shown.set(ref, { text, picture, place });
  }
  const notes: InPage["notes"] = new Map();
  for (const note of document.querySelectorAll<HTMLElement>("[data-footnote]")) {
    note.dataset.footnote = `#${note.id}`;
    notes.set(`#${note.id}`, note);
    // By this Paged.js counts a list that goes on, on a later page.
    for (const list of note.querySelectorAll("ol")) {
      for (const [index, item] of [...list.children].entries())
        item.setAttribute("data-item-num", String(list.start + index));
    }
    note.remove();
  }
  const place: InPage["place"] = { rest: [], begun: new Set() };
  Object.assign(window, { quoin: { shown, pages: [], elements: [], notes, place, late: [] } });
  return notes.size;
}

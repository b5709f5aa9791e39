import type {} from "./shared.js";

/** Ready a loaded document for Paged.js: remember what it shows, name its elements, still what would change pages later. Runs in the page. */
export function prepare(): void {
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
  Object.assign(window, { quoin: { shown, pages: [] } });
}

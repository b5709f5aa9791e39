import type { DocumentEdition } from "../../../publication.js";
import type {} from "../page/steps.js";

/**
 * Show of a document the parts of one run, `run` of at most `most`, each about as long as the others; returns how many runs there are. Runs in
 * the page.
 *
 * A part begins on a page of its own, so that runs can be set side by side, each in a process of its own. Parts of other runs stay
 * as empty sections, for what style sheets say of neighbours. What counts through the whole document is set as one run.
 *
 * Only a sample shows before `showParts`: it asks for the faces, and without them everything would be laid out in vain.
 */
export function takeRun(html: string, run: number, most: number, edition: DocumentEdition): number {
  // Inert: what the other runs show is not loaded here.
  const whole = new DOMParser().parseFromString(html, "text/html");
  const sections = [...whole.body.querySelectorAll<HTMLElement>(":scope > section")];
  // Of all that any edition has: editions are parted alike, so that the same bytes come of each whether it is set alone or with another.
  const lengths = sections.map(({ textContent }) => textContent.length);
  window.steps.wearEdition(whole, edition);
  window.steps.signBlocks(whole.body);
  const styles = [...whole.querySelectorAll("style")].map(({ textContent }) => textContent).join("\n");
  const isCounting = /counter-(?:increment|set)\s*:/.test(styles);
  const runs = isCounting ? 1 : most;
  const total = lengths.reduce((sum, length) => sum + length, 1);
  let before = 0;
  const asked = lengths.map((length) => {
    const middle = before + length / 2;
    before += length;
    return Math.floor((runs * middle) / total);
  });
  // What an edition may leave out is not counted, and would leave it a run without any part: it goes with its neighbour.
  const isCounted = sections.map(({ dataset }) => dataset.folioStyle !== "none");
  sections.forEach((_, index) => {
    if (isCounted[index]) return;
    const behind = isCounted.indexOf(true, index);
    const neighbour = behind >= 0 ? behind : isCounted.lastIndexOf(true);
    asked[index] = asked[neighbour] ?? 0;
  });
  // One long part may leave a run without any.
  const filled = [...new Set(asked)];
  const ids = (elements: Iterable<Element>) => [...elements].map(({ id }) => id);
  const elsewhere: string[] = [];
  const links = whole.querySelectorAll("a[data-folio-ref][href^='#']");
  const calls = whole.querySelectorAll<HTMLElement>("[data-head-by]");
  const wanted = new Set([
    ...[...links].map((link) => decodeURIComponent((link.getAttribute("href") ?? "").slice(1))),
    ...[...calls].map(({ dataset }) => dataset.headBy ?? ""),
  ]);
  sections.forEach((section, index) => {
    if (asked[index] === filled[run]) {
      section.dataset.sample = "";
      return;
    }
    elsewhere.push(...ids(section.querySelectorAll("[id]")));
    section.replaceChildren();
    section.dataset.elsewhere = "";
  });
  const addStyle = (css: string) => {
    const style = whole.createElement("style");
    style.textContent = css;
    whole.head.append(style);
    return style;
  };
  addStyle(":is([data-elsewhere],[data-left-out]){display:none!important}");
  addStyle(
    "[data-sample]:is(section),[data-sample] :is(section,ol,ul,dl,tbody){&>:nth-child(n+4){display:none!important}}",
  );
  const shares = new Map(sections.map((section, index) => [section, (lengths[index] ?? 0) / total]));
  window.quoinRun = { elsewhere, wanted: [...wanted], isCounting, parts: [], all: [], shares };

  document.open();
  document.write("<!doctype html><html></html>");
  document.replaceChild(document.adoptNode(whole.documentElement), document.documentElement);
  document.close();
  return Math.max(1, filled.length);
}

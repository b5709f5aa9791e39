import type { Reached } from "../../../publication.js";

/** Tell, where someone wants to know, that one part more of this run is through a step, and on how many pages. Runs in the page. */
export function tellPart(step: string, section: HTMLElement, pages: number): void {
  const { quoinReached, quoinRun } = window;
  if (!quoinReached) return;
  const { reached, shares } = quoinRun;
  const sections = [...shares.keys()];
  const before = reached?.step === step ? reached : { chapters: 0, pages: 0, share: 0 };
  quoinRun.reached = {
    step: step as Reached["step"],
    chapters: before.chapters + (section.matches(".chapter") ? 1 : 0),
    of: sections.filter((each) => each.matches(".chapter")).length,
    pages: before.pages + pages,
    share: before.share + (shares.get(section) ?? 0),
  };
  void quoinReached(quoinRun.reached);
}

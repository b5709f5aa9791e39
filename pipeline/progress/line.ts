import { count } from "../count.js";
import type { Setting } from "../publication.js";
import { aboutPages } from "./about-pages.js";
import { type Course, isSetting } from "./course.js";
import type { Past } from "./past.js";

/** Say in one line how far a build is, and about how long it will still take: `left` in milliseconds, where that is known. */
export function line(course: Course, past: Past | undefined, left: number | undefined): string {
  return left === undefined
    ? whatIsDone(course, past)
    : `${whatIsDone(course, past)}, ${aboutTime(left)} left`;
}

function whatIsDone(course: Course, past: Past | undefined): string {
  const { phase, counts, editions, finished } = course;
  const read = counts.get("read");
  const all = [...course.documents.values()];
  const documents = all.filter(({ edition }) => !finished.has(edition));
  if (phase === "starting" || phase === "reading")
    return read ? `reading ${read.done} of ${count(read.total, "chapter")}` : "reading";
  if (phase === "setting") return settingOf(documents.filter(isSetting), read?.total ?? 0, past);
  if (phase === "printing") return printingOf(documents.filter(({ is }) => is !== "printed"));
  const images = counts.get("press");
  if (images && images.done < images.total)
    return `pressing ${images.done} of ${count(images.total, "image")}`;
  const checked = counts.get("preflight");
  if (checked && checked.done < checked.total)
    return `checking ${checked.done} of ${count(checked.total, "page")}`;
  const open = editions.filter((edition) => !finished.has(edition));
  return open.join() === "epub" ? "writing the e-book" : `finishing ${count(sum(all, "pages"), "page")}`;
}

/** In the order of steps. */
const names = {
  begun: "setting",
  loading: "loading",
  laying: "setting",
  numbering: "numbering",
  measuring: "measuring",
} as const;

/** Of documents that are set side by side those count that are furthest; the others wait for them. */
function settingOf(documents: readonly Setting[], read: number, past: Past | undefined): string {
  const step = Object.keys(names).findLast((name) => documents.some(({ is }) => is === name));
  const counted = documents.filter(({ is }) => is === step);
  const [chapters, of, pages] = [sum(counted, "chapters"), sum(counted, "of"), sum(counted, "pages")];
  const whole = counted.reduce((all, document) => all + aboutPages(document, past), 0);
  const about = `${counted.every(({ all }) => all !== undefined) ? "" : "about "}${count(whole, "page")}`;
  const name = names[step as keyof typeof names] ?? "setting";
  if (step === "begun" && read > 0) return `${name} ${count(read, "chapter")} in ${about}`;
  if (step === "begun" || step === "numbering") return `${name} ${about}`;
  const done = `${name} ${chapters} of ${count(of, "chapter")}`;
  return step === "loading" ? done : `${done}: ${pages} of ${about}`;
}

function printingOf(documents: readonly Setting[]): string {
  const printing = documents.filter(({ is }) => is === "printing");
  const whole = documents.reduce((total, { all = 0 }) => total + all, 0);
  const pages = sum(printing, "pages");
  return pages > 0 ? `printing ${pages} of ${count(whole, "page")}` : `printing ${count(whole, "page")}`;
}

/** In words as somebody would say them: nobody knows the seconds of the last ten. */
function aboutTime(left: number): string {
  const seconds = left / 1000;
  if (seconds < 8) return "a few seconds";
  if (seconds > 100) return `about ${Math.round(seconds / 60)} min`;
  const [nearest] = figures.toSorted((a, b) => Math.abs(seconds - a) - Math.abs(seconds - b));
  return nearest === 60 ? "about a minute" : `about ${nearest} s`;
}

/** Seconds: what is told is known to a quarter at best. */
const figures = [10, 15, 20, 30, 40, 60, 90];

function sum(documents: readonly Setting[], what: "chapters" | "of" | "pages"): number {
  return documents.reduce((total, document) => total + document[what], 0);
}

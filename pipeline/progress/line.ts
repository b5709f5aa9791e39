import { aboutPages } from "./about-pages.js";
import type { Course } from "./course.js";
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
  const chapters = count(read?.total ?? 0, "chapter");
  const documents = [...course.documents.values()];
  const pages = documents.reduce((sum, document) => sum + document.pages, 0);
  if (phase === "reading") return read ? `reading ${read.done} of ${chapters}` : "reading";
  if (phase === "setting") {
    const all = documents.reduce((sum, document) => sum + aboutPages(document, past), 0);
    const about = `about ${count(all, "page")}`;
    return pages > 0 ? `setting ${chapters}: ${pages} of ${about}` : `setting ${chapters} in ${about}`;
  }
  if (phase === "printing") return `printing ${count(pages, "page")}`;
  const images = counts.get("press");
  if (images && images.done < images.total)
    return `pressing ${images.done} of ${count(images.total, "image")}`;
  const checked = counts.get("preflight");
  if (checked && checked.done < checked.total)
    return `checking ${checked.done} of ${count(checked.total, "page")}`;
  const open = editions.filter((edition) => !finished.has(edition));
  return open.join() === "epub" ? "writing the e-book" : `finishing ${count(pages, "page")}`;
}

/** In words as somebody would say them: nobody knows the seconds of the last ten. */
function aboutTime(left: number): string {
  const seconds = left / 1000;
  if (seconds < 10) return "a few seconds";
  if (seconds < 90) return `about ${to(seconds, seconds < 60 ? 5 : 10)} s`;
  return `about ${Math.round(seconds / 60)} min`;
}

function to(value: number, step: number): number {
  return Math.round(value / step) * step;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}

import type { ElementContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import Mustache from "mustache";
import type { Manuscript, Metadata, Words } from "../publication.js";
import { placeMetadata } from "./place-metadata.js";

/** What the page templates of a theme may print (docs/theming.md). */
export interface PageView {
  readonly [name: string]: unknown;
}

/** Gather what a theme's cover, title page and imprint may print. */
export function pageView(metadata: Metadata, words: Words): PageView {
  const { contributors, cover, identifier } = metadata;
  const authors = contributors.filter(({ role }) => role === "aut");
  // A collection names its editors where another work names its authors.
  const editors = authors.length > 0 ? [] : contributors.filter(({ role }) => role === "edt");
  const names = new Intl.ListFormat(metadata.language, { type: "conjunction" });
  return {
    title: metadata.title,
    subtitle: metadata.subtitle ?? false,
    authors: authors.map(({ name, biography = false }) => ({ name, biography })),
    authorLine:
      editors.length === 0
        ? names.format(authors.map(({ name }) => name))
        : words.editedBy.replace("{names}", () => names.format(editors.map(({ name }) => name))),
    contributors: contributors
      .filter((one) => one.role !== "aut" && !editors.includes(one))
      .map(({ name, roleName }) => ({ name, roleName })),
    series: metadata.series ?? false,
    publisher: metadata.publisher ?? false,
    date: metadata.date ? dateText(metadata.date, metadata.language) : false,
    year: metadata.date?.slice(0, 4) ?? false,
    identifier,
    isbn: metadata.isbnPrinted ?? metadata.isbn ?? false,
    price: metadata.price ?? false,
    doi: metadata.doi ?? false,
    rights: metadata.rights ?? false,
    license: metadata.license ?? false,
    description: metadata.description ?? false,
    // Mustache would look for an absent caption in the view around it.
    cover: cover ? { caption: "", credit: "", ...cover, printed: hasCoverText(cover) } : false,
    words,
  };
}

function hasCoverText({ caption, credit }: NonNullable<Metadata["cover"]>): boolean {
  return caption !== undefined || credit !== undefined;
}

/** Fill a page template of a theme; its markup becomes part of the tree, in print and in the e-book alike. */
export function themePage(
  template: string,
  view: PageView,
  manuscript: Pick<Manuscript, "metadata" | "placeOf">,
): ElementContent[] {
  const { children } = fromHtml(Mustache.render(template, view), { fragment: true });
  const nodes = children.filter((node) => node.type !== "doctype" && node.type !== "comment");
  placeMetadata(nodes, manuscript);
  return nodes;
}

/** Write a date of publication.yaml as its language does, to the precision that it has. */
export function dateText(date: string, language: string): string {
  const [year = "", month, day] = date.split("-");
  if (!month) return year;
  const options: Intl.DateTimeFormatOptions = {
    year: "numeric",
    month: "long",
    ...(day && { day: "numeric" }),
    timeZone: "UTC",
  };
  return new Intl.DateTimeFormat(language, options).format(
    new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1))),
  );
}

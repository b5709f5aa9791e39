import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { dedication, isDedication } from "../dedication.js";
import { sourceData } from "../problem.js";
import type { Manuscript, Part, Place, Theme, Words } from "../publication.js";
import { type Draft, isPartTitle } from "./draft.js";
import { placeMetadata, standingAt } from "./place-metadata.js";
import { plainText } from "./plain-text.js";
import { pageView, themePage } from "./theme-page.js";

type Described = Pick<Manuscript, "metadata" | "placeOf">;

/** Put the parts of the publication in reading order: the theme's pages, front matter, body, notes, back matter. */
export function partsOf(
  manuscript: Described,
  drafts: readonly Draft[],
  notes: Part | undefined,
  theme: Theme,
  words: Words,
): Part[] {
  const { metadata, placeOf } = manuscript;
  const view = pageView(metadata, words);
  const page = (name: string) => themePage(theme.pages[name] ?? "", view, manuscript);
  const chapters = drafts.map(chapterPart);
  const front = chapters.filter((part) => part.division === "front");
  // A dedication that opens the front matter stands before the contents, as the Chicago Manual (17th ed., 1.4) has it.
  const opening = front.findIndex((part) => !isDedication(part));
  const dedications = opening === -1 ? front.length : opening;
  const back = chapters.filter((part) => part.division === "back");
  // Appendices have notes of their own, so the notes follow them; biographies and the like come last.
  const appendices = drafts
    .filter(({ chapter }) => chapter.role === "doc-appendix")
    .map(({ chapter }) => chapter.id);
  return [
    // A picture has no tag of its own: it stands where its page does.
    standing(
      frontPart("cover", words.cover, { role: "doc-cover" }, page("cover.html")),
      metadata.cover ? placeOf("cover", "image") : placeOf("title"),
    ),
    standing(frontPart("title-page", words.titlePage, {}, page("title-page.html")), placeOf("title")),
    standing(frontPart("imprint", words.imprint, {}, page("imprint.html")), placeOf("title")),
    ...front.slice(0, dedications),
    frontPart("contents", words.contents, { role: "doc-toc", ariaLabelledBy: "contents-title" }, [
      h("header.opener", h("h1", { id: "contents-title" }, words.contents)),
    ]),
    ...front.slice(dedications),
    ...chapters.filter((part) => part.division === "body"),
    ...back.filter((part) => appendices.includes(part.id)),
    ...(notes ? [notes] : []),
    ...back.filter((part) => !appendices.includes(part.id)),
    ...contributorsPart(manuscript, words),
  ];
}

function frontPart(
  kind: "cover" | "title-page" | "imprint" | "contents",
  title: string,
  properties: Record<string, string>,
  content: ElementContent[],
): Part {
  const section = h("section", { id: kind, className: [kind], ...properties }, content);
  return { id: kind, kind, division: "front", title, tree: { type: "root", children: [section] } };
}

/** A page of the theme prints publication.yaml, and so a message about it has a line there. */
function standing(part: Part, place: Place): Part {
  for (const section of part.tree.children) Object.assign(section, standingAt(place));
  return part;
}

/** The biographies that stand in publication.yaml; those that stand in a source are in its chapter. */
function contributorsPart(manuscript: Described, words: Words): Part[] {
  const { contributors } = manuscript.metadata;
  const known = contributors.filter(({ biography }) => biography !== undefined);
  if (known.length === 0) return [];
  const title = words.contributors;
  const section = h(
    "section",
    { id: "contributors", className: ["chapter", "back"], ariaLabelledBy: "contributors-title" },
    [
      h("header.opener", h("h1", { id: "contributors-title" }, title)),
      ...known.map(({ name, roleName, biography }) =>
        h("section.contributor", [
          h("p.contributor-name", name),
          h("p.contributor-role", roleName),
          h("p", biography),
        ]),
      ),
    ],
  );
  placeMetadata(section.children as ElementContent[], manuscript);
  return [
    {
      id: "contributors",
      kind: "chapter",
      division: "back",
      title,
      tree: { type: "root", children: [section] },
    },
  ];
}

function chapterPart(draft: Draft): Part {
  const { chapter, number } = draft;
  const title = plainText(draft.title);
  const kind = isPartTitle(draft) ? "part-title" : "chapter";
  // A title without a word below it has its page for itself.
  const alone = kind === "part-title" && draft.content.length === 0;
  const properties = {
    id: chapter.id,
    className: [kind, chapter.division, ...(alone ? ["alone"] : [])],
    ...(chapter.role && { role: chapter.role }),
    // Outlines and menus need the title of a dedication; its page shows none.
    ...(chapter.role === dedication ? { ariaLabel: title } : { ariaLabelledBy: `${chapter.id}-title` }),
  };
  const opener = chapter.role === dedication ? [] : [openerOf(draft)];
  const section = h("section", properties, [...opener, ...draft.content]);
  return {
    id: chapter.id,
    kind,
    division: chapter.division,
    title,
    ...(draft.group !== undefined && { group: draft.group }),
    ...(number !== undefined && { number }),
    tree: { type: "root", children: [section] },
  };
}

function openerOf(draft: Draft): Element {
  const { chapter, title, number } = draft;
  const heading: Element = {
    ...h("h1", { id: `${chapter.id}-title` }, title),
    position: { start: chapter.place, end: chapter.place },
    data: sourceData(chapter.place.file),
  };
  return h("header.opener", [
    ...(number ? [h(isPartTitle(draft) ? "p.part-number" : "p.chapter-number", number)] : []),
    heading,
    ...(chapter.subtitle ? [h("p.chapter-subtitle", chapter.subtitle)] : []),
    ...(chapter.authors.length > 0 ? [h("p.chapter-authors", chapter.authors.join(", "))] : []),
  ]);
}

import type { Element } from "hast";
import { visit } from "unist-util-visit";
import { cloneTree } from "../../../clone-tree.js";
import { isDedication } from "../../../dedication.js";
import type { Part, Publication, Theme } from "../../../publication.js";
import { contentsOrigins } from "../../pages/contents-origins.js";
import { markOrigins } from "../../pages/mark-origins.js";
import { breakAddresses } from "./break-addresses.js";
import { breakCode } from "./break-code.js";
import { contentsList, exhibitContents } from "./contents-list.js";
import { drawByReference } from "./draw-by-reference.js";
import { headByCalls } from "./head-by-calls.js";
import { keepShortStarts } from "./keep-short-starts.js";
import { keepSpaces } from "./keep-spaces.js";
import { leadIn } from "./lead-in.js";
import { leadPages } from "./lead-pages.js";
import { markParagraphs } from "./mark-paragraphs.js";
import { markPlaces } from "./mark-places.js";
import type { PageGeometry } from "./page-geometry.js";
import { type PlacedImages, placeImages } from "./place-images.js";
import { plainLinks } from "./plain-links.js";
import { printedContents } from "./print-nav.js";
import { runningHead } from "./running-head.js";
import { speakDescriptions } from "./speak-descriptions.js";
import { taskBoxes } from "./task-boxes.js";

/** A part as print wants it, and the image files that it shows. */
export interface PrintPart extends PlacedImages {
  readonly section: Element;
}

/** Clone a part of the publication and ready it for the typesetter. Throws where its tree is not one section. */
export function printPart(
  part: Part,
  publication: Publication,
  theme: Theme,
  { measure, reach }: PageGeometry,
): PrintPart {
  const section = sectionOf(part);
  markOrigins(section, part.id);
  if (part.kind === "contents")
    section.children.push(
      contentsList(printedContents(publication), contentsOrigins(part, publication.nav)),
      ...exhibitContents(publication),
    );
  if (part.kind === "chapter" && part.division === "body") leadIn(section);
  speakDescriptions(section);
  taskBoxes(section);
  markPlaces(section);
  leadPages(section);
  markParagraphs(section);
  keepShortStarts(section);
  plainLinks(section);
  breakAddresses(section);
  breakCode(section);
  keepSpaces(section);
  const { resources, shown } = placeImages(section, part.id, publication.images);
  if (part.kind === "cover") {
    visit(section, { tagName: "svg" }, (drawing) => drawByReference(drawing, `${part.id}-drawing`));
  }
  Object.assign(section.properties, pageData(part, publication, theme, measure + reach));
  if (part.kind === "notes") headByCalls(section, publication.words);
  return { section, resources, shown };
}

function sectionOf(part: Part): Element {
  const [section] = cloneTree(part.tree).children;
  if (section?.type !== "element") throw new Error(`The part ${part.id} is not one section.`);
  return section;
}

/** Say what the typesetter must know of a part: how its pages count, what their heads say, on which side it opens. */
function pageData(part: Part, publication: Publication, theme: Theme, width: number): Element["properties"] {
  const { parts, metadata } = publication;
  const first = parts.find(({ division }) => division === "body") === part;
  const startsCount = first || part.kind === "title-page";
  // A part title has a leaf for itself.
  const isPartTitle = (each: Part | undefined) => each?.kind === "part-title";
  const ofLeaf = isPartTitle(part) || isPartTitle(parts[parts.indexOf(part) - 1]);
  const recto =
    startsCount ||
    ofLeaf ||
    isDedication(part) ||
    (theme.rectoOpeners && (part.kind === "chapter" || part.kind === "notes"));
  return {
    dataPart: part.id,
    ...(part.group !== undefined && { dataGroup: part.group }),
    dataFolioStyle: part.kind === "cover" ? "none" : part.division === "front" ? "roman" : "decimal",
    ...(startsCount && { dataFolioStart: "1" }),
    dataHeadVerso: runningHead(metadata.title, width),
    dataHeadRecto: runningHead(part.title, width),
    dataOpener: "",
    ...(recto && { dataRecto: "" }),
  };
}

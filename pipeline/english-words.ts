import type { Words } from "./publication.js";

/** The program's own words as they are in English, which say what is asked for, and which places a word must leave for a number or a name. */
export const englishWords: Words = {
  contents: "Contents",
  contributors: "Contributors",
  notes: "Notes",
  figure: "Figure",
  table: "Table",
  note: "note",
  cover: "Cover",
  titlePage: "Title page",
  imprint: "Imprint",
  landmarks: "Landmarks",
  pageList: "Page list",
  startOfContent: "Start of content",
  chapter: "Chapter",
  backToCall: "Back to reference {n}",
  seePage: "See page {n}.",
  notesToPage: "Notes to page {n}",
  notesToPages: "Notes to pages {from}–{to}",
  coverOf: "Cover of {title}",
  by: "by",
  editedBy: "Edited by {names}",
  listOfFigures: "Figures",
  listOfTables: "Tables",
  descriptionOf: "Description of {label}",
  description: "Description of the picture",
};

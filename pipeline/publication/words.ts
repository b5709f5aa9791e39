/** What the program itself says in a publication, in the publication's language. */
export interface Words {
  readonly contents: string;
  readonly contributors: string;
  readonly notes: string;
  readonly figure: string;
  readonly table: string;
  readonly note: string;
  readonly cover: string;
  readonly titlePage: string;
  readonly imprint: string;
  readonly landmarks: string;
  readonly pageList: string;
  readonly startOfContent: string;
  readonly chapter: string;
  /** "Part {n}": stands above the title of a group of chapters. */
  readonly part: string;
  /** "Back to reference {n}". */
  readonly backToCall: string;
  /** "See page {n}.": stands at the foot of a page where a note is called again. */
  readonly seePage: string;
  /** "Notes to page {n}" and "Notes to pages {from}–{to}": the running heads of notes at the end. */
  readonly notesToPage: string;
  readonly notesToPages: string;
  /** "Cover of {title}". */
  readonly coverOf: string;
  readonly by: string;
  /** "Edited by {names}": in the place of the authors, where a work names none. */
  readonly editedBy: string;
  readonly listOfFigures: string;
  readonly listOfTables: string;
  /** "Description of {label}", of a figure. */
  readonly descriptionOf: string;
  /** The same, of a picture without a label. */
  readonly description: string;
}

import type { Exhibit, Publication } from "../publication.js";

/** The figures or the tables of a publication, as the navigation document lists them. */
export interface ExhibitList {
  /** List of illustrations or list of tables (EPUB 3 Structural Semantics Vocabulary). */
  readonly type: "loi" | "lot";
  /** Of its nav element. */
  readonly id: string;
  readonly title: string;
  readonly exhibits: readonly Exhibit[];
}

/** List what a publication has: its numbered figures, its numbered tables, both or neither. */
export function exhibitLists({
  exhibits,
  words,
}: Pick<Publication, "exhibits" | "words">): readonly ExhibitList[] {
  const lists: readonly ExhibitList[] = [
    {
      type: "loi",
      id: "list-of-figures",
      title: words.listOfFigures,
      exhibits: exhibits.filter(({ kind }) => kind === "figure"),
    },
    {
      type: "lot",
      id: "list-of-tables",
      title: words.listOfTables,
      exhibits: exhibits.filter(({ kind }) => kind === "table"),
    },
  ];
  return lists.filter((list) => list.exhibits.length > 0);
}

/** Name an exhibit as its caption does: `Figure 2. Growth since 1990`. */
export function titleOf({ label, caption }: Exhibit): string {
  return caption === "" ? label : `${label}. ${caption}`;
}

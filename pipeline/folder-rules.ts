/**
 * Every rule of the publication folder, its metadata, its theme and the folder that artifacts go to.
 * The rules of what stands in the sources are in check/rules.ts.
 */
interface Rule {
  readonly severity: "error" | "warning" | "info";
  readonly asks: string;
}

const error = (asks: string) => ({ severity: "error", asks }) as const satisfies Rule;
const warning = (asks: string) => ({ severity: "warning", asks }) as const satisfies Rule;
const info = (asks: string) => ({ severity: "info", asks }) as const satisfies Rule;

export const folderRules = {
  "cover-alt-missing": warning("A cover image says in words what it shows."),
  "date-missing": warning("A publication has a date, from which artifacts take their only time."),
  "font-missing": error("A face that a theme uses stands in a list of fonts, and its file can be read."),
  "footnotes-unavailable": error("Notes stand at the end: footnotes are not built yet."),
  "identifier-derived": info("A publication has an identifier of its own; title and author are a makeshift."),
  "images-unbounded": error("A publication folder holds no more images than can be loaded."),
  "metadata-invalid": error("A value of publication.yaml is of its kind."),
  "metadata-missing": error("publication.yaml names title, language and body."),
  "metadata-unknown": error("publication.yaml has only the keys that quoin knows."),
  "out-invalid": error(
    "Artifacts go to a folder that can be written and that is not part of the manuscript.",
  ),
  "publication-missing": error("A publication is a folder with a publication.yaml in it."),
  "role-unknown": error("A contributor's role is one that catalogues know."),
  "source-date-invalid": error("SOURCE_DATE_EPOCH counts seconds."),
  "source-duplicate": error("A source stands in the reading order once."),
  "source-missing": error("A source that publication.yaml names exists."),
  "source-outside": error("A source lies in the publication folder."),
  "source-unreadable": error("A source is a file that may be read."),
  "theme-invalid": error("theme.yaml and fonts.yaml hold known keys with values of their kind."),
  "theme-unknown": error("A theme is a folder of templates."),
  "yaml-invalid": error("YAML can be read: one document, every key once, no tags."),
} as const satisfies Record<string, Rule>;

export type FolderRuleId = keyof typeof folderRules;

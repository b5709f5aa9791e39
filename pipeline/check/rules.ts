/**
 * Every rule of the reader and the assembler, by id: how grave a breach is, and what the rule asks.
 * `test/fixtures/check/<id>/` shows each of them failing on something; a test fails where the folder is missing.
 */
type Severity = "error" | "warning" | "info";

interface Rule {
  readonly severity: Severity;
  readonly asks: string;
}

const error = (asks: string) => ({ severity: "error", asks }) as const satisfies Rule;
const warning = (asks: string) => ({ severity: "warning", asks }) as const satisfies Rule;

export const rules = {
  "attribute-unknown": error("A directive has only the attributes that it knows."),
  "attribute-invalid": error("An attribute of a directive has one of its values."),
  "character-invalid": error("A source holds no control characters: XML, and so EPUB, cannot."),
  "content-misplaced": error("A directive holds the content that it is for."),
  "content-missing": error("A directive holds what it cannot do without."),
  "directive-unclosed": error("A directive ends with its own line of colons."),
  "directive-unknown": error("A directive is one that quoin knows."),
  "encoding-invalid": error("A source is UTF-8."),
  "front-matter-invalid": error("Front matter is YAML with known keys."),
  "heading-empty": error("A heading has words."),
  "heading-skipped": warning("Headings go down one level at a time."),
  "html-dropped": warning("Raw HTML holds only what is safe in print and in an e-book."),
  "id-duplicate": error("An id names one thing in the whole publication."),
  "id-invalid": error(
    "An id is letters, digits, - and _, begins with a letter, and is not one that quoin makes.",
  ),
  "image-alt-missing": warning("An image says in words what it shows."),
  "image-invalid": error("An image file is a whole PNG, JPEG, GIF, WebP or SVG image."),
  "image-missing": error("An image that is used exists."),
  "image-outside": error("An image lies in the publication's folder."),
  "image-remote": error("An image lies in the publication's folder, not on another machine."),
  "image-unsafe": warning("A drawing holds no scripts and fetches nothing."),
  "link-unsafe": error("A link leads to the web, to a mail address or into the publication."),
  "note-duplicate": error("A note is defined once in its source."),
  "note-nested": error("A note has no note of its own; it can refer to one."),
  "note-undefined": error("A note call has a note in the same source."),
  "note-unused": warning("A note is called."),
  "reference-undefined": error("A cross-reference leads to something in the publication."),
  "source-empty": error("A source has text."),
  "title-missing": error("A source has a title: its first # heading, or title: in its front matter."),
  "title-second": warning("A source has one # heading."),
} as const satisfies Record<string, Rule>;

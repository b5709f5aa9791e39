/** Every rule of quoin, by id: how grave a breach is, and what the rule asks. A test shows each of them failing on something. */
interface Rule {
  /** An error stops the build before anything is written; a warning does under --strict. */
  readonly severity: "error" | "warning" | "info";
  /** The least that publication.yaml may make of it: what tells of a loss is not to be silenced. */
  readonly mildest: "error" | "warning" | "off";
  readonly asks: string;
}

const error = (asks: string) => ({ severity: "error", mildest: "error", asks }) as const satisfies Rule;
/** Something the author wrote will not be there. */
const loss = (asks: string) => ({ severity: "warning", mildest: "warning", asks }) as const satisfies Rule;
const warning = (asks: string) => ({ severity: "warning", mildest: "off", asks }) as const satisfies Rule;
const info = (asks: string) => ({ severity: "info", mildest: "off", asks }) as const satisfies Rule;

/** Of what stands in the sources; `test/fixtures/check/<id>/` breaks each. */
export const manuscriptRules = {
  "attribute-unknown": error("A directive has only the attributes that it knows."),
  "attribute-invalid": error("An attribute of a directive has one of its values."),
  "character-invalid": error("A source holds no control characters: XML, and so EPUB, cannot."),
  "character-lost": warning("A source has its letters, and not the sign U+FFFD that stands for lost ones."),
  "code-indented": warning("Words are no code: what stands four spaces in is."),
  "code-unclosed": error("A block of code ends with its own line of signs."),
  "content-misplaced": error("A directive holds the content that it is for."),
  "content-missing": error("A directive holds what it cannot do without."),
  "date-inconsistent": warning("Dates are written in one way in the whole publication."),
  "definition-unused": loss("A link by label leads by each definition of one."),
  "directive-unclosed": error("A directive ends with its own line of colons."),
  "directive-unknown": error("A directive is one that quoin knows."),
  "doi-malformed": warning("The address of a DOI holds a DOI: a prefix 10.1234, a slash, a name."),
  "encoding-invalid": error("A source is UTF-8."),
  "figure-unmentioned": warning("A numbered figure is mentioned."),
  "formula-invalid": warning("A formula is TeX that can be set."),
  "formula-unclosed": error("A formula that begins with a line `$$` ends with one."),
  "front-matter-invalid": error("Front matter is YAML with known keys."),
  "heading-empty": error("A heading has words."),
  "heading-skipped": warning("Headings go down one level at a time."),
  "html-dropped": loss("Raw HTML holds only what is safe in print and in an e-book."),
  "html-misplaced": warning("Words of a raw table stand in its cells or its caption."),
  "html-unclosed": error("Raw HTML that begins has its end."),
  "id-duplicate": error("An id names one thing in the whole publication."),
  "id-invalid": error(
    "An id is letters, digits, - and _, begins with a letter, and is not one that quoin makes.",
  ),
  "image-alt-missing": warning("An image says in words what it shows."),
  "image-invalid": error("An image file is a whole PNG, JPEG, GIF, WebP or SVG image."),
  "image-missing": error("An image that is used exists."),
  "image-outside": error("An image lies in the publication's folder."),
  "image-placeholder": warning("A picture is there itself, and not the placeholder that stands for it."),
  "image-remote": error("An image lies in the publication's folder, not on another machine."),
  "image-unsafe": loss("A drawing holds no scripts and fetches nothing."),
  "line-swallowed": warning("A line right below a note is part of it, or stands behind an empty line."),
  "link-empty": warning("A link leads somewhere."),
  "link-undefined": warning("A link by label has its definition."),
  "link-unsafe": error("A link leads to the web, to a mail address or into the publication."),
  "list-renumbered": warning("A list counts on from its first number."),
  "markup-broken": warning("What nearly is Markdown is written as Markdown."),
  "markup-foreign": warning(
    "What other tools read in Markdown, and quoin does not, is written in quoin's own way.",
  ),
  "name-inconsistent": info("A name is spelt in one way in the whole publication."),
  "note-duplicate": error("A note is defined once in its source."),
  "note-empty": error("A note has words, and what belongs to it is indented by four spaces."),
  "note-ibid": warning("A note can be understood without the note before it."),
  "note-nested": error("A note has no note of its own; it can refer to one."),
  "note-undefined": error("A note call has a note in the same source."),
  "note-unlinked": warning("A note is called by a call that leads to it."),
  "note-unused": loss("A note is called."),
  "quote-straight": warning("Words that are printed as they are written have typographic quotes."),
  "reference-undefined": error("A cross-reference leads to something in the publication."),
  "source-empty": error("A source has text."),
  "source-lost": error("Every word of a source is in what reading it comes to."),
  "space-doubled": info("Words are parted by one space."),
  "table-uneven": error(
    "A row of a table has no more cells than its head, and the line below the head as many.",
  ),
  "table-unmentioned": warning("A numbered table is mentioned."),
  "title-late": warning("A source begins with its title."),
  "title-missing": error("A source has a title: its first # heading, or title: in its front matter."),
  "title-second": warning("A source has one # heading."),
  "url-unlinked": warning("A web address in a note is a link."),
  "word-doubled": warning("A word does not stand twice in a row."),
} as const satisfies Record<string, Rule>;

/** Of the publication folder, its metadata, its theme and the folder that artifacts go to. */
const folderRules = {
  "author-joined": warning("Each author has a name of their own in the metadata."),
  "cover-alt-missing": warning("A cover image says in words what it shows."),
  "date-missing": warning("A publication has a date, from which artifacts take their only time."),
  "font-missing": error("A face that a theme uses stands in a list of fonts, and its file can be read."),
  "identifier-derived": info("A publication has an identifier of its own; title and author are a makeshift."),
  "images-unbounded": error("A publication folder holds no more images than can be loaded."),
  "metadata-invalid": error("A value of publication.yaml is of its kind."),
  "metadata-missing": error("publication.yaml names title, language and body."),
  "metadata-unknown": error("publication.yaml has only the keys that quoin knows."),
  "out-invalid": error(
    "Artifacts go to a folder that can be written and that is not part of the manuscript.",
  ),
  "profile-invalid": error(
    "A printer's profile holds known keys with values of their kind, and an ICC profile that fits.",
  ),
  "profile-unknown": error(
    "A printer's profile is one of quoin's, or a YAML file in the publication folder.",
  ),
  "publication-missing": error("A publication is a folder with a publication.yaml in it."),
  "role-unknown": error("A contributor's role is one that catalogues know."),
  "source-date-invalid": error("SOURCE_DATE_EPOCH counts seconds."),
  "source-duplicate": error("A source stands in the reading order once."),
  "source-missing": error("A source that publication.yaml names exists."),
  "source-outside": error("A source lies in the publication folder."),
  "source-unlisted": warning("Markdown beside the sources is one of them."),
  "source-unreadable": error("A source is a file that may be read."),
  "style-invalid": warning("A style sheet of a theme is CSS that a browser can read."),
  "theme-invalid": error("theme.yaml and fonts.yaml hold known keys with values of their kind."),
  "theme-unknown": error("A theme is a folder of templates."),
  "words-missing": warning("Words that quoin prints of itself are in the publication's language."),
  "yaml-invalid": error("YAML can be read: one document, every key once, no tags."),
} as const satisfies Record<string, Rule>;

/** Of the browser and of the pages that it sets. */
const typesettingRules = {
  "artifact-unstable": error("Two builds of one manuscript with one browser build give the same bytes."),
  "browser-died": error("The browser lives until its work is done."),
  "browser-memory": error("The browser does with the memory that it may have."),
  "browser-missing": error("There is a browser to set pages with."),
  "browser-room": error("The temporary folder has room for what a browser keeps there while it works."),
  "browser-timeout": error("The browser finishes in time."),
  "build-ended": error("The build of a title in a catalogue ends by itself."),
  "cover-crowded": error("The words of a cover in one piece have room on its back and spine."),
  "epub-too-large": error("An e-book has no more bytes than its container can hold."),
  "footnote-late": warning("A footnote begins on the page of its call."),
  "glyph-missing": warning("Some font of the theme has every character."),
  "image-damaged": error("An image can be read to its end."),
  "page-list-absent": info("An e-book lists the pages of the print edition, as they were last set."),
  "page-limit": error("A document has no more pages than are allowed."),
  "page-moved": error("The pages of the PDF are those that were measured and numbered."),
  "pdf-ua": warning("A screen PDF keeps the rules of PDF/UA-1 that a program can check."),
  "pdf-unreadable": error("A PDF that is held to a printer's profile can be opened."),
  "press-boxes": error("The pages of the press PDF say where they are cut and how far their colour goes."),
  "press-colours": error("The press PDF has only the colours that its printer takes."),
  "press-hairline": warning("No line is so thin that a press loses it."),
  "press-image": warning("An image has the pixels that its printer asks for at its size."),
  "press-image-soft": info("An image has the pixels that its printer would like at its size."),
  "press-ink": warning("No more ink lies in one place than its printer's paper takes."),
  "press-pages": warning("The press PDF has as many pages as its printer binds."),
  "press-refused": error("The press PDF has its fonts, and nothing that its printer refuses."),
  "press-standard": error("The press PDF keeps the rules of its standard that a program can check."),
  "press-text": warning("Black text is black alone, and text keeps away from the knife."),
  "press-transparency": error("Nothing is transparent where the printer's profile forbids it."),
  "request-refused": error("A page asks for nothing but the publication's own resources."),
  "text-doubled": error("Words stand on the pages as often as in the manuscript."),
  "text-lost": error("Every word of the manuscript stands on a page."),
  "text-overflow": error("Every word stands within its page, its column and its table cell."),
} as const satisfies Record<string, Rule>;

/** Of an original that is brought in, and of what became of it. */
const importRules = {
  "import-address-joined": info("An address is whole, though a line broke it."),
  "import-alt-missing": warning("A picture says in words what it shows."),
  "import-attributes-dropped": info("Attributes of headings, figures and blocks are those that quoin has."),
  "import-biography": info("A biography is one, and not a section."),
  "import-bullet-dropped": info("A bullet begins an item of a list."),
  "import-call-unattached": warning("A call of a note has a note of its number."),
  "import-caption-cased": info("A caption is set in small letters."),
  "import-caption-doubtful": warning(
    "Names in a caption of capitals are known from the text or a dictionary.",
  ),
  "import-caption-prefix": info("A caption has no number and no kind of its own."),
  "import-change-accepted": info("A manuscript has no tracked changes."),
  "import-characters-dropped": info("A text holds no control characters."),
  "import-citation": warning("A citation is written out."),
  "import-comment-dropped": warning("A manuscript has no comments that wait for an answer."),
  "import-contents-dropped": info("A table of contents is made, not written."),
  "import-encoding-guessed": warning("A text is UTF-8, or marked as UTF-16."),
  "import-equation": warning("An equation is set as one."),
  "import-file-unused": warning("Every file of a folder has its place in the work."),
  "import-format-unknown": error("An original is of a format that quoin reads."),
  "import-formula": info("A formula is written as TeX."),
  "import-furniture-dropped": info("Page numbers and running heads are no text."),
  "import-head-dropped": info("What a title page says has a key in publication.yaml."),
  "import-head-unsure": warning("A line of the title page is told for what it is."),
  "import-heading-bold": warning("A heading is one by its style, not by its looks."),
  "import-heading-cased": info("A heading is set in small letters."),
  "import-heading-guessed": info("A heading says that it is one, and its level."),
  "import-hidden-dropped": warning("A manuscript has no hidden text."),
  "import-hyphen-closed": info("No space follows a hyphen inside a word."),
  "import-hyphen-joined": info("A word is whole, though a line broke it."),
  "import-hyphen-unsure": warning("It is known whether the hyphen at a line's end belongs to its word."),
  "import-language-guessed": info("An original names its language; else it is told from the words."),
  "import-language-unknown": warning("A publication names its language."),
  "import-link-dead": warning("A link has an address."),
  "import-markup-foreign": warning("Markup is of a kind that quoin has."),
  "import-metadata-dropped": info("Metadata has a key in publication.yaml."),
  "import-metadata-taken": info("What the work is called, who wrote it and when is in publication.yaml."),
  "import-note-empty": warning("A note has words."),
  "import-note-unattached": warning("A note is called."),
  "import-note-uncalled": warning("A note is called."),
  "import-notes-gathered": info(
    "Notes are written where they are called from, and gathered when they are built.",
  ),
  "import-number-dropped": info("Chapters are numbered by quoin."),
  "import-paragraph-joined": info("A paragraph is whole, though a page cut it."),
  "import-picture-missing": warning("A picture of the original is there."),
  "import-quotes-mixed": info("Quotation marks are of one kind."),
  "import-quotes-uneven": warning("Quotation marks pair."),
  "import-reads-back": warning("A manuscript reads back as the tree that was written."),
  "import-reference": info("A reference is filled in with what it leads to."),
  "import-rule-set": info("A publication keeps every rule as it is."),
  "import-series": info("A series is named in publication.yaml and in a box of its own."),
  "import-table-header-guessed": warning("A table says which row is its head."),
  "import-table-spans": warning("A table has one cell in each column and row."),
  "import-title-made": info("A chapter has a title of its own."),
  "import-title-missing": warning("A work has a title."),
  "import-title-repeated": info("The title of a work stands over its text."),
  "import-too-large": error("An original is no larger than can be read in seconds."),
  "import-unreadable": error("An original can be read."),
  "import-words-added": warning("No word is in the manuscript that the original does not have."),
  "import-words-lost": warning("Every word of the original is in the manuscript or in the import report."),
  "import-words-missing": warning("The text is whole: no sentence begins or ends in the middle."),
} as const satisfies Record<string, Rule>;

/** Of the web, where `check --links` asks it. */
const linkRules = {
  "link-dead": warning("A page that is linked to exists."),
  "link-moved": info("A link names the address where a page is now."),
  "link-record-invalid": error("links.json holds what the web said when it was last asked."),
  "link-unreachable": info("A page that is linked to answers."),
} as const satisfies Record<string, Rule>;

/** Those that a publication is held to, and may set. */
export const publicationRules = { ...manuscriptRules, ...folderRules, ...typesettingRules, ...linkRules };

export const rules = { ...publicationRules, ...importRules };

export type RuleId = keyof typeof rules;

import { z } from "zod";
import { didYouMean } from "../problem.js";
import { closed } from "../yaml/validate.js";
import { isDate, isInstant, nearestDate } from "./dates.js";
import { canonicalIdentifier, identifierForms, parseDoi } from "./identifier.js";
import { parseIsbn } from "./isbn.js";
import { canonicalLanguage, nearestLanguage } from "./language.js";
import { ownWords } from "./own-words.js";
import { roleNames, roleOf } from "./roles.js";
import { ruleSettings } from "./rule-settings.js";
import { parseTrim, trimForms, trimPattern } from "./trim.js";

/** Every message of this schema says what was expected: yaml/validate.ts makes the sentence around it. */
const text = z.string({ error: "text" }).trim().min(1, "text");

/** YAML that is read by an editor makes numbers of these; quoin keeps them as they were written. */
const textOrNumber = (expected: string) => z.string({ error: expected }).trim().min(1, expected);
const asNumberToo = { type: ["string", "number"] };

const meant = (value: string | undefined) => (value === undefined ? "" : `. Did you mean \`${value}\`?`);

const webAddress = (expected: string | ((issue: { readonly input?: unknown }) => string)) =>
  z
    .string({ error: expected })
    .refine((value) => /^https?:\/\//i.test(value) && URL.canParse(value), { error: expected });

/** Find the address of a licence of Creative Commons by its usual name: `CC BY-SA 4.0`. */
function licenceNamed(input: unknown): string | undefined {
  const [, terms, version = "4.0"] =
    /^CC[ -](BY(?:-(?:NC|SA|ND))*)(?:[ -](\d\.\d))?(?: International)?$/i.exec(String(input).trim()) ?? [];
  return terms && `https://creativecommons.org/licenses/${terms.toLowerCase()}/${version}/`;
}

const source = z
  .string({ error: "the path of a Markdown file" })
  .trim()
  .min(1, "the path of a Markdown file");
/** Ask for a list of sources; names that stand in a row are shown as one. */
const asList = ({ input }: { readonly input?: unknown }) => {
  const names =
    typeof input === "string"
      ? input.replace(/^-\s*/, "").split(/\s*,\s*|(?<=\.(?:md|markdown))\s+(?:-\s*)?/i)
      : [];
  const isRow = names.length > 0 && names.every((name) => /\.(?:md|markdown)$/i.test(name));
  return `a list of Markdown files${meant(isRow ? `[${names.join(", ")}]` : undefined)}`;
};
const sources = z.array(source, { error: asList });
const chaptersOfList = sources.min(1, "at least one Markdown file");

const group = closed(
  {
    part: z
      .string({ error: "a title, or the path of a Markdown file that has it" })
      .trim()
      .min(1, "a title, or the path of a Markdown file that has it")
      .describe("The title of the part; or a Markdown file that has it, and what opens the part."),
    chapters: chaptersOfList.describe("Markdown files of its chapters, in reading order."),
  },
  "part and chapters",
);

const contributor = closed(
  {
    name: text.describe("As it is printed: `Peter Jones`."),
    sort: text.describe("As catalogues sort it: `Jones, Peter`.").exactOptional(),
    role: text
      .refine((role) => roleOf(role) !== undefined, {
        error: ({ input }) =>
          `a role such as author, or a MARC relator code.${didYouMean(String(input), roleNames)}`,
        params: { ruleId: "role-unknown" },
      })
      .describe("`author` where none is given; a name of a role or its MARC relator code.")
      .meta({ examples: roleNames })
      .exactOptional(),
    credit: text.describe("The role as it is printed: `author of the report`.").exactOptional(),
    biography: text.describe("A few words about the person.").exactOptional(),
  },
  "name, and perhaps sort, role, credit, biography",
);

const series = closed(
  {
    title: text,
    number: textOrNumber("a number or text").meta(asNumberToo).exactOptional(),
    note: text.describe("A sentence about the series or the place in it.").exactOptional(),
    url: webAddress("a web address, https://…").exactOptional(),
  },
  "a title, or title with number, note, url",
);

const cover = closed(
  {
    image: text.describe("Path of the image: `images/cover.jpg`."),
    alt: text.describe("What the image shows, for those who do not see it.").exactOptional(),
    caption: text.describe("What is told of the image, printed in the imprint.").exactOptional(),
    credit: text.describe("Who made the image, printed in the imprint.").exactOptional(),
  },
  "the path of an image, or image and alt, caption, credit",
);

const notes = closed(
  {
    placement: z
      .enum(["endnotes", "footnotes"], { error: "endnotes or footnotes" })
      .describe(
        "Gathered in a chapter of notes, or on paper at the foot of the page of each note's first call.",
      )
      .exactOptional(),
    numbering: z
      .enum(["continuous", "chapter"], { error: "continuous or chapter" })
      .describe("Through the whole work, or from 1 in every chapter.")
      .exactOptional(),
  },
  "placement and numbering",
);

const chapters = closed(
  {
    numbered: z
      .boolean({ error: "true or false" })
      .describe("Whether the chapters of the body carry numbers (they do where nothing is said).")
      .exactOptional(),
  },
  "numbered",
);

const parts = closed(
  {
    numbered: z
      .boolean({ error: "true or false" })
      .describe("Whether parts carry numbers (they do where nothing is said).")
      .exactOptional(),
  },
  "numbered; parts themselves stand in `body`: {part: Title, chapters: [one.md]}",
);

/** Which numbered pieces a list of a document names, where it does so at the author's word. */
const exhibitsOf = (list: string) =>
  closed(
    {
      figures: z.boolean({ error: "true or false" }).describe(list.replace("{}", "figures")).exactOptional(),
      tables: z.boolean({ error: "true or false" }).describe(list.replace("{}", "tables")).exactOptional(),
    },
    "figures and tables",
  );

const contents = exhibitsOf("Whether the printed contents list the {}, behind the chapters.");
const outline = exhibitsOf("Whether the PDF's outline lists the {}.");

const press = closed(
  {
    profile: text
      .describe(
        "The printer's profile: offset-eu, kdp, ingramspark, lulu, office, or the path of a YAML file of your own.",
      )
      .exactOptional(),
  },
  "profile",
);

const accessibility = closed(
  {
    certifier: text.describe("Who has examined the e-book and certifies that it conforms."),
    level: z
      .enum(["A", "AA", "AAA"], { error: "A, AA or AAA" })
      .describe("Of WCAG 2.2; AA where none is given.")
      .exactOptional(),
    credential: text.describe("What entitles the certifier, in words or as a web address.").exactOptional(),
    report: webAddress("a web address, https://…").describe("Where the report can be read.").exactOptional(),
  },
  "certifier, and perhaps level, credential, report",
);

/** The form of publication.yaml, as authors write it. */
export const metadataSchema = closed(
  {
    title: text,
    subtitle: text.exactOptional(),
    language: text
      .refine((tag) => canonicalLanguage(tag) !== undefined, {
        error: ({ input }) =>
          `a BCP 47 language tag such as en, en-GB or ar${meant(nearestLanguage(String(input)))}`,
      })
      .describe("BCP 47: `en`, `en-GB`, `ar`."),
    author: z
      .union([text, z.array(text)], { error: "a name or a list of names" })
      .describe("Short for contributors with the role of author.")
      .exactOptional(),
    contributors: z
      .array(contributor, { error: "a list of name, sort, role, credit, biography" })
      .exactOptional(),
    date: textOrNumber("a date")
      .refine(isDate, {
        error: ({ input }) =>
          `a date that exists: 2018, 2018-02 or 2018-02-14${meant(nearestDate(String(input)))}`,
      })
      .describe("`2018`, `2018-02` or `2018-02-14`.")
      .meta(asNumberToo)
      .exactOptional(),
    modified: textOrNumber("a date or an instant")
      .refine(isInstant, "a date that exists, or an instant such as 2018-02-14T09:30:00Z")
      .describe("When the artifacts were last changed, where that is not the date.")
      .meta(asNumberToo)
      .exactOptional(),
    publisher: text.exactOptional(),
    series: z.union([text, series], { error: "a title, or title with number, note, url" }).exactOptional(),
    identifier: textOrNumber(identifierForms)
      .refine(
        (value) => canonicalIdentifier(value) !== undefined,
        `${identifierForms}, with its check digit right`,
      )
      .describe("Of this edition, for ever: an ISBN, a DOI, a urn: or a web address.")
      .meta(asNumberToo)
      .exactOptional(),
    isbn: textOrNumber("an ISBN")
      .refine(
        (value) => parseIsbn(value) !== undefined,
        "an ISBN of 10 or 13 digits with its check digit right",
      )
      .meta(asNumberToo)
      .exactOptional(),
    price: textOrNumber("a price as it is printed")
      .describe("As it is printed on the back of a cover: `£14.99`.")
      .meta(asNumberToo)
      .exactOptional(),
    doi: text.refine((value) => parseDoi(value) !== undefined, "a DOI such as 10.1000/182").exactOptional(),
    rights: text.describe("Who holds the rights, in a sentence.").exactOptional(),
    license: webAddress(
      ({ input }) => `the web address of a licence, https://…${meant(licenceNamed(input))}`,
    ).exactOptional(),
    description: text.describe("A paragraph for catalogues and shops.").exactOptional(),
    subjects: z.union([text, z.array(text)], { error: "a subject or a list of subjects" }).exactOptional(),
    cover: z
      .union([text, cover], { error: "the path of an image, or image with alt, caption, credit" })
      .exactOptional(),
    theme: text.describe("A folder of templates: `report`, or a path.").exactOptional(),
    typesetter: z
      .enum(["paged", "native"], { error: "paged or native" })
      .describe(
        "What sets the pages of the PDFs: Paged.js, or Chromium's own pagination, which is faster and sets no footnotes.",
      )
      .exactOptional(),
    trim: z
      .string({ error: trimForms })
      .regex(trimPattern, trimForms)
      .refine((value) => parseTrim(value) !== undefined, trimForms)
      .describe("Size of the page: a4, a5, b5, letter, 170x240mm, 6x9in.")
      .exactOptional(),
    notes: notes.exactOptional(),
    chapters: chapters.exactOptional(),
    parts: parts.exactOptional(),
    contents: contents.exactOptional(),
    outline: outline.exactOptional(),
    press: press.exactOptional(),
    accessibility: accessibility
      .describe("Who certified the e-book’s accessibility; without it none is claimed.")
      .exactOptional(),
    words: ownWords
      .describe("Words that quoin prints of itself, in place of its own: `figure: Figur`.")
      .exactOptional(),
    front: sources.describe("Markdown files before the body, in reading order.").exactOptional(),
    body: z
      .array(z.union([source, group], { error: "the path of a Markdown file, or part and chapters" }), {
        error: asList,
      })
      .min(1, "at least one Markdown file")
      .describe(
        "Markdown files of the chapters, in reading order; chapters of a part stand below its title.",
      ),
    back: sources.describe("Markdown files after the body, in reading order.").exactOptional(),
    rules: ruleSettings
      .describe("How grave a breach of a rule is: off, info, warning or error.")
      .exactOptional(),
  },
  "keys and values: title, language, body and more",
);

export type WrittenMetadata = z.infer<typeof metadataSchema>;

import { z } from "zod";
import { parseLength } from "../length.js";
import { closed } from "../yaml/validate.js";

/** Every message of this schema says what was expected: yaml/validate.ts makes the sentence around it. */
const text = z.string({ error: "text" }).trim().min(1, "text");

const length = (expected = "a length such as 3mm, 0.125in or 9pt", most = 1000) =>
  z
    .union([z.string(), z.number()], { error: expected })
    .refine((value) => toMillimetres(value) <= most, expected);

/** Read a length that has been checked, in millimetres; 0 needs no unit. NaN where it is none. */
export function toMillimetres(written: string | number): number {
  return (written === 0 ? 0 : parseLength(String(written))) ?? Number.NaN;
}

const whole = (expected: string, least: number) =>
  z.number({ error: expected }).int(expected).min(least, expected);

const number = (expected: string, least: number, most: number) =>
  z.number({ error: expected }).min(least, expected).max(most, expected);

const resolution = number("pixels an inch", 0, 10_000);

const bleedForm = "a length of up to 20 mm, or top, bottom, outside, spine";
const bleedLength = length(bleedForm, 20);
const bleedEdges = closed(
  { top: bleedLength, bottom: bleedLength, outside: bleedLength, spine: bleedLength },
  bleedForm,
);

const output = closed(
  {
    icc: text.describe("File of the ICC profile, beside the profile that names it."),
    condition: text.describe("The printing condition as its registry calls it: `FOGRA39`."),
    registry: text.exactOptional(),
    description: text.exactOptional(),
    intent: z.enum(["perceptual", "relative"], { error: "perceptual or relative" }),
    blackPoint: z.enum(["compensate", "keep"], { error: "compensate or keep" }),
  },
  "icc, condition, intent, blackPoint",
);

const paper = z.union(
  [
    closed({ page: length() }, "page"),
    closed(
      {
        grammage: number("grams a square metre, from 20 to 600", 20, 600),
        bulk: number("cubic centimetres a gram, from 0.5 to 5", 0.5, 5),
      },
      "grammage and bulk",
    ),
  ],
  { error: "the thickness of a page, or grammage and bulk" },
);

const cover = closed(
  {
    bleed: length("a length of up to 30 mm", 30).describe("Around the whole sheet."),
    safety: length().describe("From the trim and the folds to the nearest text."),
    spineAdds: length("a length of up to 20 mm", 20).describe(
      "What the cover itself and the glue add to the thickness of the pages.",
    ),
    spineText: closed(
      {
        pages: whole("a number of pages", 1).describe("The spine bears words from so many pages on."),
        clear: length().describe("From either fold to the words."),
      },
      "pages and clear",
    ),
  },
  "bleed, safety, spineAdds, spineText",
);

export const forbiddable = [
  "annotations",
  "bookmarks",
  "encryption",
  "layers",
  "metadata",
  "scripts",
  "spot-colours",
  "transparency",
] as const;

/** The form of a printer's profile; what it lacks comes from the profile that it extends. */
export const profileSchema = closed(
  {
    extends: text.exactOptional(),
    title: text,
    standard: z.enum(["PDF/X-4", "PDF/X-1a", "none"], { error: "PDF/X-4, PDF/X-1a or none" }),
    colour: z.enum(["cmyk", "grey", "rgb"], { error: "cmyk, grey or rgb" }),
    output: output.nullable(),
    inkLimit: number("per cent of all inks together, from 100 to 400", 100, 400),
    bleed: z.union([bleedLength, bleedEdges], { error: bleedForm }),
    marks: z.array(z.enum(["crop", "registration"], { error: "crop or registration" }), {
      error: "a list of crop, registration",
    }),
    gutter: z.array(
      closed(
        { pages: whole("a number of pages", 1).describe("Up to so many pages."), least: length() },
        "pages, least",
      ),
      { error: "a list of pages, least" },
    ),
    safety: length().describe("From the trim to the nearest text."),
    pages: closed(
      {
        multipleOf: whole("a number of pages", 1),
        least: whole("a number of pages", 1),
        most: whole("a number of pages", 1),
        lastBlank: z.boolean({ error: "true or false" }),
      },
      "multipleOf, least, most, lastBlank",
    ),
    images: closed({ wanted: resolution, least: resolution }, "wanted and least, in pixels an inch"),
    hairline: length().describe("The thinnest line that prints."),
    forbidden: z.array(z.enum(forbiddable, { error: `one of ${forbiddable.join(", ")}` }), {
      error: `a list of ${forbiddable.join(", ")}`,
    }),
    paper,
    cover: cover
      .nullable()
      .describe("The cover in one piece; null where it is the first page of the inside."),
  },
  "keys and values: title, standard, colour, bleed and more",
);

/** A profile as it is written, all of it or what differs from another. */
export const partialProfileSchema = profileSchema.partial();

export type WrittenProfile = z.infer<typeof profileSchema>;
export type PartialProfile = z.infer<typeof partialProfileSchema>;

import { z } from "zod";
import { parseTrim } from "../metadata/trim.js";
import { closed } from "../yaml/validate.js";

const text = z.string({ error: "text" }).trim().min(1, "text");
const millimetres = z.number({ error: "millimetres" }).min(60, "60 to 1000 mm").max(1000, "60 to 1000 mm");
const weight = z
  .number({ error: "a weight from 100 to 900" })
  .int("a weight from 100 to 900")
  .min(100, "a weight from 100 to 900")
  .max(900, "a weight from 100 to 900");
const style = z.enum(["normal", "italic"], { error: "normal or italic" });

/** The form of a face that a theme asks for. */
const face = closed({ family: text, weight, style }, "family, weight, style");

const share = z
  .number({ error: "per cent, from 0 to 100" })
  .min(0, "per cent, from 0 to 100")
  .max(100, "per cent, from 0 to 100");

/** What a press prints for a colour of the palette. */
const ink = closed(
  {
    cmyk: z.tuple([share, share, share, share], {
      error: "per cent of cyan, magenta, yellow and black: [0, 80, 70, 10]",
    }),
    spot: text.exactOptional(),
  },
  "cmyk, and perhaps spot",
);

/** The form of theme.yaml; what it lacks comes from the report theme's. */
export const themeSchema = closed(
  {
    name: text.exactOptional(),
    trim: z
      .union(
        [
          z.string().refine((value) => parseTrim(value) !== undefined, "a page size such as 170x240mm"),
          closed({ width: millimetres, height: millimetres }, "width and height in millimetres"),
        ],
        { error: "a page size such as 170x240mm, or width and height in millimetres" },
      )
      .exactOptional(),
    rectoOpeners: z.boolean({ error: "true or false" }).exactOptional(),
    partNumbers: z.enum(["roman", "decimal"], { error: "roman or decimal" }).exactOptional(),
    contentsDepth: z
      .number({ error: "a number from 1 to 6" })
      .int("a number from 1 to 6")
      .min(1, "a number from 1 to 6")
      .max(6, "a number from 1 to 6")
      .exactOptional(),
    palette: z
      .record(
        z.string(),
        z
          .string({ error: 'a colour such as "#9c2f1f"' })
          .regex(/^#[0-9a-f]{6}$/i, 'a colour such as "#9c2f1f"'),
        { error: "colours by name" },
      )
      .exactOptional(),
    inks: z.record(z.string(), ink, { error: "inks by the names of colours of the palette" }).exactOptional(),
    printFonts: z.array(face, { error: "a list of family, weight, style" }).exactOptional(),
    bookFonts: z.array(face, { error: "a list of family, weight, style" }).exactOptional(),
  },
  "keys and values: name, trim, palette and more",
);

const isScript = (name: string): boolean => {
  try {
    return new RegExp(`\\p{Script=${name}}`, "u") instanceof RegExp;
  } catch {
    return false;
  }
};

/** The form of fonts.yaml: every face with its file, `package/path`. */
export const fontsSchema = z.array(
  closed(
    {
      family: text,
      weight,
      style,
      file: text,
      license: text,
      for: z.enum(["formulas", "scripts"], { error: "formulas or scripts" }).exactOptional(),
      languages: z.array(text, { error: "a list of languages such as [zh]" }).exactOptional(),
      offeredFor: z
        .array(z.string({ error: "a script" }).refine(isScript, "a script of Unicode such as Han"), {
          error: "a list of scripts such as [Han]",
        })
        .exactOptional(),
    },
    "family, weight, style, file, license, for, languages, offeredFor",
  ),
  { error: "a list of faces" },
);

export type WrittenTheme = z.infer<typeof themeSchema>;
export type FontEntry = z.infer<typeof fontsSchema>[number];

/** What tells one face from another. */
export interface Face {
  readonly family: string;
  readonly weight: number;
  readonly style: "normal" | "italic";
}

/** Say whether two faces are the same one. */
export function isSameFace(a: Face, b: Face): boolean {
  return a.family === b.family && a.weight === b.weight && a.style === b.style;
}

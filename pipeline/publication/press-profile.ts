/** A printer's profile: what a printer asks of a press PDF, as data. Lengths are millimetres. */
export interface PressProfile {
  /** As publication.yaml names it: `offset-eu`, `press/our-printer.yaml`. */
  readonly name: string;
  readonly title: string;
  /** Part of ISO 15930 that the PDF is built to. */
  readonly standard: "PDF/X-4" | "PDF/X-1a" | "none";
  /** The inks: four, black alone, or whatever the printer makes of sRGB. */
  readonly colour: "cmyk" | "grey" | "rgb";
  /** Always there where the colours are CMYK or the standard is one. */
  readonly output?: OutputCondition;
  /** Per cent of all inks together at one point; 400 is no limit. */
  readonly inkLimit: number;
  /** What is printed beyond the trim; `spine` is the edge that is bound. */
  readonly bleed: {
    readonly top: number;
    readonly bottom: number;
    readonly outside: number;
    readonly spine: number;
  };
  readonly marks: readonly ("crop" | "registration")[];
  /** Up to so many pages, text keeps this distance from the spine; ascending. */
  readonly gutter: readonly { readonly pages: number; readonly least: number }[];
  /** From the trim to the nearest text, at the three other edges. */
  readonly safety: number;
  readonly pages: {
    readonly multipleOf: number;
    readonly least: number;
    readonly most: number;
    readonly lastBlank: boolean;
  };
  /** Pixels an inch of images at the size at which they are placed: what is asked for, and what is refused below. */
  readonly images: { readonly wanted: number; readonly least: number };
  /** The thinnest line that prints. */
  readonly hairline: number;
  readonly forbidden: readonly Forbidden[];
  /** Of one page, half a leaf; the width of the spine follows from it. */
  readonly pageThickness: number;
  /** The cover in one piece; undefined where the front cover is the first page of the inside. */
  readonly cover?: CoverForm;
}

/** What a printer asks of a cover in one piece: back, spine and front on one sheet. Lengths are millimetres. */
export interface CoverForm {
  /** Around the whole sheet. */
  readonly bleed: number;
  /** From the trim and the folds to the nearest text. */
  readonly safety: number;
  /** What the cover itself and the glue add to the thickness of the pages. */
  readonly spineAdds: number;
  /** The spine bears words in books of so many pages and more, which keep so far from its folds. */
  readonly spineText: { readonly pages: number; readonly clear: number };
}

/** What a printer may refuse in a PDF. */
export type Forbidden =
  | "annotations"
  | "bookmarks"
  | "encryption"
  | "layers"
  | "metadata"
  | "scripts"
  | "spot-colours"
  | "transparency";

/** The press, ink and paper that a PDF is made for (ISO 15930-7, 6.2), and how colours get there. */
export interface OutputCondition {
  /** The ICC profile of the condition. */
  readonly icc: Uint8Array;
  /** As its registry calls it: `FOGRA39`. */
  readonly condition: string;
  readonly registry?: string;
  readonly description?: string;
  readonly intent: "perceptual" | "relative";
  /** Whether the darkest colour of a picture becomes the darkest of the press. */
  readonly blackPoint: "compensate" | "keep";
}

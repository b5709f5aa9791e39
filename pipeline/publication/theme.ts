/** A face of a font, with its bytes. */
export interface FontFace {
  readonly family: string;
  readonly weight: number;
  readonly style: "normal" | "italic";
  /** `SourceSerif4SmText-Regular.ttf`. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Licence name and file, for notices. */
  readonly license: string;
  /** What a face is for that is none for running text: mathematics, or writing that the theme's text faces lack. */
  readonly for?: "formulas" | "scripts";
  /** Languages (BCP 47) whose passages are set in this face before all others, quotation marks and figures included. */
  readonly languages?: readonly string[];
}

/** A font that a theme would take, were its package installed. */
export interface FontOffer {
  readonly family: string;
  /** `@fontsource/noto-serif-sc`. */
  readonly package: string;
  /** The writing that it is for, by its names in Unicode: `Han`. */
  readonly scripts: readonly string[];
  /** The languages (BCP 47) that it is for. */
  readonly languages: readonly string[];
}

/** A colour as a house has it printed. */
export interface HouseInk {
  /** Per cent of cyan, magenta, yellow and black. */
  readonly cmyk: readonly [cyan: number, magenta: number, yellow: number, black: number];
  /** The name of an ink of its own, `PANTONE 1807 C`; where a printer takes none, `cmyk` stands for it. */
  readonly spot?: string;
}

/** A folder of templates/, loaded; what it lacks came from templates/report. */
export interface Theme {
  readonly name: string;
  readonly trim: { readonly width: number; readonly height: number };
  /** Whether chapters open on a right-hand page. */
  readonly rectoOpeners: boolean;
  /** How parts are counted: roman, but decimal in what is written from right to left. */
  readonly partNumbers: "roman" | "decimal";
  /** Levels of headings in the contents: 1 is chapters alone. */
  readonly contentsDepth: number;
  /** Colours by name, as CSS hex; `accent`, `ink`, `soft`, `tint`, `deep`, `sand`. */
  readonly palette: Readonly<Record<string, string>>;
  /** What a press prints for colours of the palette, by their names; it converts those that have no ink here. */
  readonly inks: Readonly<Record<string, HouseInk>>;
  /** CSS text by file name: `print.css`, `screen.css`, `cover.css`, `book.css`. */
  readonly styles: Readonly<Record<string, string>>;
  /** Mustache templates by file name: `cover.html`, `title-page.html`, `imprint.html`. */
  readonly pages: Readonly<Record<string, string>>;
  readonly printFonts: readonly FontFace[];
  readonly bookFonts: readonly FontFace[];
  /** Fonts that are not there, for writing that the others lack. */
  readonly offers: readonly FontOffer[];
}

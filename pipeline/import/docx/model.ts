/** The document model of mammoth, as far as it is used here (mammoth/lib/documents.js): what Word's XML says, fields and styles resolved. */
export type Inline =
  | Run
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "tab" }
  | { readonly type: "break"; readonly breakType: "line" | "page" | "column" }
  | { readonly type: "checkbox"; readonly checked: boolean }
  | Hyperlink
  | { readonly type: "noteReference"; readonly noteType: NoteType; readonly noteId: string }
  | Picture
  | { readonly type: "commentReference"; readonly commentId: string }
  | { readonly type: "bookmarkStart"; readonly name: string };

export type NoteType = "footnote" | "endnote";

export interface Run {
  readonly type: "run";
  readonly children: readonly Inline[];
  readonly styleName: string | null;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isUnderline: boolean;
  readonly isStrikethrough: boolean;
  readonly isSmallCaps: boolean;
  readonly verticalAlignment: "baseline" | "superscript" | "subscript";
}

export interface Hyperlink {
  readonly type: "hyperlink";
  readonly children: readonly Inline[];
  readonly href?: string;
  readonly anchor?: string;
}

export interface Picture {
  readonly type: "image";
  readonly altText?: string | null;
  readonly contentType?: string;
  readAsBuffer(): Promise<Uint8Array>;
}

export interface Paragraph {
  readonly type: "paragraph";
  readonly children: readonly Inline[];
  readonly styleId: string | null;
  readonly styleName: string | null;
  readonly numbering: { readonly isOrdered: boolean; readonly level: string | number } | null;
}

export interface Cell {
  readonly type: "tableCell";
  readonly children: readonly Block[];
  readonly colSpan: number;
  readonly rowSpan: number;
}

export interface Row {
  readonly type: "tableRow";
  readonly children: readonly Cell[];
  readonly isHeader: boolean;
}

export interface Table {
  readonly type: "table";
  readonly children: readonly Row[];
}

export type Block = Paragraph | Table | Inline;

export interface WordDocument {
  readonly children: readonly Block[];
  readonly notes: {
    resolve(reference: { noteType: NoteType; noteId: string }): { readonly body: readonly Block[] } | null;
  };
}

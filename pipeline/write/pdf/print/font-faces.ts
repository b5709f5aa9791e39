import type { FontFace, Resource } from "../../../publication.js";

/** The rules that offer a theme's fonts to a document, and the files that they ask for. */
export interface FontFaces {
  readonly css: string;
  readonly resources: ReadonlyMap<string, Resource>;
}

const mediaTypes: Readonly<Record<string, string>> = {
  ttf: "font/ttf",
  otf: "font/otf",
  woff: "font/woff",
  woff2: "font/woff2",
};

/** Offer faces under `/fonts/`. Throws where a face is of no known format: the theme's list is then wrong. */
export function fontFaces(faces: readonly FontFace[]): FontFaces {
  const resources = new Map<string, Resource>();
  const rules = faces.map((face) => {
    const path = `/fonts/${face.file}`;
    resources.set(path, { mediaType: mediaTypeOf(face), bytes: face.bytes });
    return (
      `@font-face{font-family:"${face.family}";font-weight:${face.weight};font-style:${face.style};` +
      `font-display:block;src:url("${encodeURI(path)}")}`
    );
  });
  return { css: rules.join("\n"), resources };
}

function mediaTypeOf({ file, family }: FontFace): string {
  const type = mediaTypes[file.slice(file.lastIndexOf(".") + 1).toLowerCase()];
  if (type === undefined) throw new Error(`The face ${family} has the file ${file}, which is no web font.`);
  return type;
}

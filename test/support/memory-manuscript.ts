import { examine } from "../../pipeline/examine.js";
import { listedSources } from "../../pipeline/metadata/listed-sources.js";
import type { ImageFile, Manuscript, Metadata, Source, Theme } from "../../pipeline/publication.js";

const metadata: Metadata = {
  title: "In memory",
  language: "en",
  contributors: [{ name: "A. Author", sort: "Author, A.", role: "aut", roleName: "author" }],
  date: "2026-01-15",
  modified: "2026-01-15T00:00:00Z",
  identifier: "urn:isbn:9780306406157",
  subjects: [],
  theme: "report",
  notes: { placement: "endnotes", numbering: "continuous" },
  numberedChapters: true,
  numberedGroups: true,
  outline: { figures: false, tables: false },
  press: { profile: "offset-eu" },
  front: [],
  body: [],
  back: [],
};

/** A theme that prints next to nothing: for what does not depend on the look. */
export const bareTheme: Theme = {
  name: "bare",
  trim: { width: 170, height: 240 },
  rectoOpeners: false,
  partNumbers: "roman",
  contentsDepth: 3,
  palette: {},
  inks: {},
  styles: {},
  pages: {
    "cover.html": "<h1>{{title}}</h1>",
    "title-page.html": "<p>{{title}}</p>",
    "imprint.html": "<p>{{identifier}}</p>",
  },
  printFonts: [],
  bookFonts: [],
  offers: [],
};

/** Hold a manuscript in memory: Markdown by path, in reading order; `front/` and `back/` before a path set the division, `body` among the changes the parts of a volume. */
export function memoryManuscript(
  markdown: Readonly<Record<string, string>>,
  changes: Partial<Metadata> = {},
  images: Readonly<Record<string, string | Uint8Array>> = {},
): Manuscript {
  const listed = new Map(
    listedSources({ ...metadata, ...changes }).map(({ written, at: _, ...rest }) => [written, rest]),
  );
  const sources = Object.entries(markdown).map(([path, text]): Source => {
    const division = /^(front|back)\//.exec(path)?.[1] as "front" | "back" | undefined;
    return { path, division: division ?? "body", ...listed.get(path), bytes: new TextEncoder().encode(text) };
  });
  const files = Object.entries(images).map(([path, data]): [string, ImageFile] => [
    path,
    { path, bytes: typeof data === "string" ? new TextEncoder().encode(data) : data },
  ]);
  return {
    metadata: { ...metadata, ...changes },
    placeOf: () => ({ file: "publication.yaml", line: 1, column: 1 }),
    yaml: new TextEncoder().encode(JSON.stringify(changes)),
    sources,
    images: new Map(files),
  };
}

/** Read and assemble a manuscript held in memory. */
export function examineInMemory(...parameters: Parameters<typeof memoryManuscript>) {
  return examine(memoryManuscript(...parameters), bareTheme);
}

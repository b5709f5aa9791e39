import type { Division, Metadata, Source } from "../publication.js";

/** A source as publication.yaml names it. */
export interface ListedSource extends Pick<Source, "division" | "group" | "opensGroup"> {
  readonly written: string;
  /** Where in publication.yaml. */
  readonly at: readonly (string | number)[];
}

const divisions: readonly Division[] = ["front", "body", "back"];

/** List the sources in reading order, those of groups with what opens them first. */
export function listedSources(metadata: Pick<Metadata, Division>): readonly ListedSource[] {
  return divisions.flatMap((division) =>
    metadata[division].flatMap((entry, i): ListedSource[] => {
      if (typeof entry === "string") return [{ written: entry, division, at: [division, i] }];
      const group = { division, group: i };
      const chapters = entry.chapters.map((written, j) => {
        return { ...group, written, at: [division, i, "chapters", j] };
      });
      if (!("source" in entry)) return chapters;
      return [{ ...group, opensGroup: true, written: entry.source, at: [division, i, "part"] }, ...chapters];
    }),
  );
}

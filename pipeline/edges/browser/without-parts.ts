import type { Destination, Picture, SignedPart } from "../../publication.js";
import type { LateNote, NumberedPage, TextProblem } from "./page/shared.js";

/** The pages of a document, or of a run of its parts, with what stands on them by their numbers in the document. */
interface SetPart {
  readonly pages: readonly NumberedPage[];
  /** With what each page begins. */
  readonly starts: readonly unknown[];
  readonly destinations: readonly Destination[];
  readonly pictures: readonly Picture[];
  readonly problems: readonly TextProblem[];
  /** Where a typesetter has notes at the foot of pages. */
  readonly late?: readonly LateNote[];
  /** Where the languages of blocks bear signs. */
  readonly signed?: readonly SignedPart[];
}

/** Take the pages of some parts out of all runs, and count the others anew. */
export function withoutParts<Run extends SetPart>(runs: readonly Run[], leftOut: readonly string[]): Run[] {
  const stays = ({ partId }: { readonly partId: string }) => !leftOut.includes(partId);
  const pages = runs.flatMap((run) => run.pages);
  const numbers = new Map<number, number>();
  pages.forEach((page, index) => {
    if (stays(page)) numbers.set(index, numbers.size);
  });
  const renumbered = <Placed extends { readonly page: number }>(placed: readonly Placed[]): Placed[] =>
    placed.flatMap((each) => {
      const page = numbers.get(each.page);
      return page === undefined ? [] : [{ ...each, page }];
    });
  return runs.map((run) => ({
    ...run,
    pages: run.pages.filter(stays),
    starts: run.starts.filter((_, index) => run.pages.slice(index, index + 1).some(stays)),
    destinations: renumbered(run.destinations),
    pictures: renumbered(run.pictures),
    problems: renumbered(run.problems),
    ...(run.signed && { signed: run.signed.filter(stays) }),
    ...(run.late && { late: renumbered(run.late) }),
  }));
}

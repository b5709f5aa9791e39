/** Notes that found no room on the page of their call, as messages. */
import type { VFileMessage } from "vfile-message";
import { problem } from "../../problem.js";
import type { LateNote } from "./page/shared.js";
import { readPlace } from "./read-place.js";

/** Report each note that begins behind the page of its call. */
export function lateNotes(notes: readonly LateNote[]): VFileMessage[] {
  return notes.map(({ number, page, place }) =>
    problem(
      "footnote-late",
      `Note ${number} begins behind page ${page + 1}, where it is called: the notes there leave no room for it`,
      readPlace(place) ?? {},
    ),
  );
}

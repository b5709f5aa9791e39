import { type Edit, edited } from "../content/edit.js";
import type { PaintedStream, Run } from "../content/painted.js";
import { toLiteral } from "../content/strings.js";

/** What is changed in the content of pages; nothing of it shows. */
export interface ContentChanges {
  /** Whether the piece of that identifier is content of its page. */
  isKept(id: number): boolean;
  /** Runs behind which a space is missing. */
  readonly unspaced: ReadonlySet<Run>;
  /** Runs that are only the hyphen of a broken line. */
  readonly hyphens: ReadonlySet<Run>;
}

/** Write a stream with its artifacts marked (ISO 32000-1, 14.8.2.2), spaces at the ends of lines, and soft hyphens soft. */
export function editContent(
  { stream, openings, runs, loose }: PaintedStream,
  { isKept, unspaced, hyphens }: ContentChanges,
): string {
  const edits: Edit[] = loose.flatMap(({ from, to }) => [
    { from, to: from, text: "/Artifact BMC\n" },
    { from: to, to, text: "\nEMC" },
  ]);
  for (const [id, opening] of openings) {
    if (!isKept(id)) edits.push({ ...opening, text: "/Artifact BMC" });
  }
  for (const run of runs) {
    const { space, replacement } = run;
    if (space !== undefined && unspaced.has(run)) edits.push(spaceBehind(run, stream, space));
    if (replacement && hyphens.has(run)) edits.push({ ...replacement, text: "<feff00ad>" });
  }
  return edited(stream, edits);
}

/** Show a space behind a run: in its last string where that can be, for there it costs the fewest bytes. */
function spaceBehind({ tail, end }: Run, stream: string, space: string): Edit {
  if (tail === undefined) return { from: end, to: end, text: `${toLiteral(space)}Tj\n` };
  const isLiteral = stream.charAt(tail) === ")";
  const text = isLiteral ? toLiteral(space).slice(1, -1) : Buffer.from(space, "latin1").toString("hex");
  return { from: tail, to: tail, text };
}

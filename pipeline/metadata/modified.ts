import type { VFileMessage } from "vfile-message";
import { problem } from "../problem.js";
import { fromEpoch, toInstant } from "./dates.js";
import type { WrittenMetadata } from "./schema.js";

/** What is known outside publication.yaml about the time of a publication; the clock is not among it. */
export interface Dating {
  /** The environment's SOURCE_DATE_EPOCH, as it stands there. */
  readonly sourceDateEpoch?: string | undefined;
  /** Ask for the instant of the folder's last commit; asked only where nothing else is known. */
  readonly lastChange: () => string | undefined;
}

/** Decide the only time that artifacts know: what the author says, else SOURCE_DATE_EPOCH, else the last commit. */
export function modifiedOf(
  { modified, date }: Pick<WrittenMetadata, "modified" | "date">,
  { sourceDateEpoch, lastChange }: Dating,
  file: string,
): { instant: string; messages: readonly VFileMessage[] } {
  const written = modified ?? date;
  if (written) return { instant: toInstant(written), messages: [] };
  const top = { file, line: 1, column: 1 };
  if (sourceDateEpoch) {
    const instant = fromEpoch(sourceDateEpoch);
    if (instant) return { instant, messages: [] };
    const reason = `Unexpected SOURCE_DATE_EPOCH \`${sourceDateEpoch}\`, expected seconds since 1970`;
    return { instant: unknown, messages: [problem("source-date-invalid", reason, top)] };
  }
  const change = lastChange();
  if (change) return { instant: toInstant(change), messages: [] };
  const reason = "Missing `date`: the artifacts say 1980-01-01. Add a line such as `date: 2018-02-14`";
  return { instant: unknown, messages: [problem("date-missing", reason, top)] };
}

/** The earliest day that an entry of a ZIP archive can have. */
const unknown = "1980-01-01T00:00:00Z";

import { readFileSync, type Stats, statSync } from "node:fs";
import { problem } from "../problem.js";
import { errorCode } from "./read-file.js";

/**
 * Make what reads a file once more, as it is now; `name` is what messages call it. What it makes throws `image-invalid` where the file has changed by then: two editions
 * of one build would show two pictures.
 */
export function readAgain(path: string, name: string): () => Uint8Array {
  const before = stampOf(path);
  return () => {
    const now = stampOf(path);
    const changed = problem(
      "image-invalid",
      `Unexpected change of ${name} while it was worked with; build again`,
      { file: name },
    );
    if (now === undefined || now !== before) throw changed;
    try {
      return readFileSync(path);
    } catch (error) {
      errorCode(error);
      throw changed;
    }
  };
}

/** What tells one state of a file from another; undefined where it cannot be asked. */
function stampOf(path: string): string | undefined {
  try {
    const { size, mtimeMs, ino }: Stats = statSync(path);
    return `${size} ${mtimeMs} ${ino}`;
  } catch (error) {
    errorCode(error);
    return undefined;
  }
}

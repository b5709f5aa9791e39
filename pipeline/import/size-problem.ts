import type { VFileMessage } from "vfile-message";
import { problem } from "../problem.js";
import type { Importer, Original } from "./importer.js";

/** Say that an original is larger than its importer takes; undefined where it is not. */
export function sizeProblem(
  { name, files }: Original,
  { byteLimit }: Pick<Importer, "byteLimit">,
): VFileMessage | undefined {
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size <= byteLimit) return undefined;
  const mb = (bytes: number) => `${Math.ceil(bytes / 1_000_000)} MB`;
  const reason = `Unexpected size of ${mb(size)}; expected at most ${mb(byteLimit)}: bring it in by parts`;
  return problem("import-too-large", reason, { file: name });
}

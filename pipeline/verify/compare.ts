import type { VFileMessage } from "vfile-message";
import { problem } from "../problem.js";
import type { Artifact, Spooled } from "../publication.js";
import { firstDifference } from "../spooled.js";
import { whereInBook } from "./where-in-book.js";
import { whereInPdf } from "./where-in-pdf.js";

/** An artifact's name and what is in it. */
export type Made = Pick<Artifact, "name" | "file">;

/** Report every artifact that two builds did not make alike, each with its first difference. */
export async function compare(
  first: readonly Made[],
  second: readonly Made[],
): Promise<readonly VFileMessage[]> {
  const others = new Map(second.map(({ name, file }) => [name, file]));
  const found = await Promise.all(
    first.map(async ({ name, file }) => {
      const other = others.get(name);
      others.delete(name);
      if (!other) return unstable(name, "only one of the builds made it");
      const offset = firstDifference(file, other);
      return offset === undefined ? [] : unstable(name, await where(name, file, other, offset));
    }),
  );
  return [
    ...found.flat(),
    ...[...others.keys()].flatMap((name) => unstable(name, "only one of the builds made it")),
  ];
}

async function where(name: string, a: Spooled, b: Spooled, offset: number): Promise<string> {
  if (name.endsWith(".epub")) return whereInBook(a.read(), b.read(), offset);
  return name.endsWith(".pdf") ? whereInPdf(a, offset) : `byte ${offset}`;
}

function unstable(name: string, detail: string): VFileMessage[] {
  return [problem("artifact-unstable", `Unexpected difference between two builds of ${name}: ${detail}`, {})];
}

import type { VFileMessage } from "vfile-message";
import { problem } from "../problem.js";
import type { Artifact } from "../publication.js";
import { whereInBook } from "./where-in-book.js";
import { whereInPdf } from "./where-in-pdf.js";

/** An artifact's name and its bytes. */
export type Made = Pick<Artifact, "name" | "bytes">;

/** Report every artifact that two builds did not make alike, each with its first difference. */
export async function compare(
  first: readonly Made[],
  second: readonly Made[],
): Promise<readonly VFileMessage[]> {
  const others = new Map(second.map(({ name, bytes }) => [name, bytes]));
  const found = await Promise.all(
    first.map(async ({ name, bytes }) => {
      const other = others.get(name);
      others.delete(name);
      if (!other) return unstable(name, "only one of the builds made it");
      const offset = firstDifference(bytes, other);
      return offset === undefined ? [] : unstable(name, await where(name, bytes, other, offset));
    }),
  );
  return [
    ...found.flat(),
    ...[...others.keys()].flatMap((name) => unstable(name, "only one of the builds made it")),
  ];
}

/** Find the first byte in which two files differ; the length of the shorter where one begins the other. */
export function firstDifference(a: Uint8Array, b: Uint8Array): number | undefined {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return i;
  return a.length === b.length ? undefined : length;
}

async function where(name: string, a: Uint8Array, b: Uint8Array, offset: number): Promise<string> {
  if (name.endsWith(".epub")) return whereInBook(a, b, offset);
  return name.endsWith(".pdf") ? whereInPdf(a, offset) : `byte ${offset}`;
}

function unstable(name: string, detail: string): VFileMessage[] {
  return [problem("artifact-unstable", `Unexpected difference between two builds of ${name}: ${detail}`, {})];
}

import { z } from "zod";
import type { Answer } from "./answer.js";

/** The name of the file in a publication folder that keeps what the web said. */
export const recordName = "links.json";

const answer = z.strictObject({ status: z.number().int(), moved: z.string().exactOptional() });
const record = z.record(z.string(), answer);

/** Read what an earlier check was told; a string says why it cannot be read. */
export function readRecord(bytes: Uint8Array): ReadonlyMap<string, Answer> | string {
  try {
    const result = record.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    if (result.success) return new Map(Object.entries(result.data));
    return "expected addresses, each with its status, as `quoin check --links` writes them";
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return "it is not JSON";
  }
}

/** Write down what the web said of the links that there are, in the order of the addresses; silence is not kept. */
export function writeRecord(answers: ReadonlyMap<string, Answer>): string {
  const kept = [...answers].filter(([, answer]) => "status" in answer).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`;
}

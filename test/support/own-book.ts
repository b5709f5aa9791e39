import { mkdirSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { inject } from "vitest";
import { type Ran, root, runCli } from "./run-cli.js";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder for the one build of manuscript/ in a run of tests. */
    readonly ownBook: string;
  }
}

/** The project's own manuscript, built by the real command. */
export interface OwnBook {
  readonly ran: Ran;
  /** The folder of its artifacts. */
  readonly out: string;
  artifact(extension: "pdf" | "epub"): Promise<Buffer>;
}

/** Build manuscript/, once for all tests of a run, whichever asks first. */
export async function ownBook(): Promise<OwnBook> {
  const folder = inject("ownBook");
  const [out, record] = [join(folder, "dist"), join(folder, "ran.json")];
  if (isFirst(join(folder, "begun"))) {
    const ran = await runCli(["build", "--strict", "--json", "--out", out], root);
    await writeFile(`${record}.new`, JSON.stringify(ran));
    await rename(`${record}.new`, record);
  }
  const ran = JSON.parse(await whenThere(record)) as Ran;
  const artifact = (extension: string) => readFile(join(out, `chasing-the-impossible-dream.${extension}`));
  return { ran, out, artifact };
}

function isFirst(mark: string): boolean {
  try {
    mkdirSync(mark);
    return true;
  } catch {
    return false;
  }
}

async function whenThere(path: string): Promise<string> {
  for (;;) {
    const text = await readFile(path, "utf8").catch(() => undefined);
    if (text !== undefined) return text;
    await setTimeout(50);
  }
}

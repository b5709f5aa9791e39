import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cellsOf } from "../support/cells.js";
import type { Pixels } from "../support/render.js";
import { colourfulCss, room, selfCovered } from "../write/pdf/press/sample.js";

const run = promisify(execFile);
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "quoin-test-"));
  const job = { profile: await selfCovered("offset-eu"), css: colourfulCss };
  for (const edition of ["press", "screen"] as const) {
    const { artifact } = await room[edition](job);
    await writeFile(join(folder, `${edition}.pdf`), artifact?.file.read() ?? "");
  }
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** Other eyes than the tests' own, where they are installed; both write PPM at 72 dots an inch. */
const renderers = [
  {
    name: "Poppler",
    command: "pdftoppm",
    ask: ["-v"],
    args: (file: string, out: string) => ["-r", "72", file, out],
  },
  {
    name: "MuPDF",
    command: "mutool",
    ask: ["-v"],
    args: (file: string, out: string) => ["draw", "-q", "-r", "72", "-o", `${out}-%02d.ppm`, file],
  },
] as const;
const installed = await Promise.all(
  renderers.map(({ command, ask }) =>
    run(command, [...ask]).then(
      () => true,
      (error: NodeJS.ErrnoException) => error.code !== "ENOENT",
    ),
  ),
);

describe.each(renderers.map((renderer, i) => ({ ...renderer, isThere: installed[i] })))(
  "to $name, where $command is installed",
  ({ command, args, isThere }) => {
    test.skipIf(!isThere)("press pages look as screen pages do, but for the conversion", async () => {
      const pages = async (edition: string): Promise<Pixels[]> => {
        await run(command, args(join(folder, `${edition}.pdf`), join(folder, `${command}-${edition}`)));
        const files = (await readdir(folder)).filter((name) => name.startsWith(`${command}-${edition}-`));
        return Promise.all(files.sort().map(async (name) => readPpm(await readFile(join(folder, name)))));
      };
      const [screen, press] = [await pages("screen"), await pages("press")];
      expect(press.length).toBe(screen.length);
      const mm = (length: number) => (length * 72) / 25.4;
      const far: string[] = [];
      let inked = 0;
      for (const [index, page] of screen.entries()) {
        const before = cellsOf(page, mm(170), mm(240), 0);
        const after = cellsOf(press[index] ?? page, mm(170), mm(240), mm(9));
        inked += before.filter((value) => value < 250).length;
        before.forEach((value, i) => {
          // Inks of a screen's blue are far darker than it; a line set elsewhere, or a picture upside down, differs by more.
          const other = after[i] ?? 0;
          if (Math.abs(value - other) > 75)
            far.push(`page ${index + 1}, cell ${i}: ${value.toFixed()} and ${other.toFixed()}`);
        });
      }
      expect(inked).toBeGreaterThan(3000);
      expect(far).toEqual([]);
    });
  },
);

/** Read a PPM of 8 bits (`P6`). */
function readPpm(file: Buffer): Pixels {
  const head = /^P6\s+(?:#.*\n)?(\d+)\s+(\d+)\s+255\s/.exec(file.toString("latin1", 0, 100));
  if (!head) throw new Error("It is no PPM");
  const [width, height] = [Number(head[1]), Number(head[2])];
  const data = new Uint8ClampedArray(width * height * 4);
  for (let from = head[0].length, to = 0; from < file.length; from += 3, to += 4)
    data.set(file.subarray(from, from + 3), to);
  return { width, height, data };
}

import { appendFileSync, cpSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { createTypesetter } from "../../pipeline/edges/browser.js";
import type { Edition } from "../../pipeline/publication.js";
import { buildWith } from "../support/build-twice.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const manuscript = fileURLToPath(new URL("../../manuscript", import.meta.url));

/** Build the project's own manuscript, its pages set by one typesetter; say how many documents its browser set. */
async function build(setter: string, editions: readonly Edition[]) {
  const folder = temporaryFolder();
  cpSync(manuscript, folder, { recursive: true });
  appendFileSync(`${folder}/publication.yaml`, `\ntypesetter: ${setter}\n`);
  let works = 0;
  const browser = createTypesetter({
    onWork() {
      works++;
    },
  });
  try {
    const { outcome } = await buildWith(folder, editions, browser.typesetter);
    return { files: new Map(outcome.artifacts.map(([name, bytes]) => [name, bytes])), works };
  } finally {
    await browser.close();
  }
}

test.each(["native", "paged"])(
  "%s: a press PDF that was printed from the screen's pages is byte for byte the one that is made alone",
  async (setter) => {
    const [both, screen, press] = [
      await build(setter, ["screen", "press"]),
      await build(setter, ["screen"]),
      await build(setter, ["press"]),
    ];
    // Beside the pages the press sets a cover, in trials.
    expect(both.works).toBe(press.works);
    expect(screen.works).toBe(1);
    expect([...both.files.keys()].sort()).toEqual([...screen.files.keys(), ...press.files.keys()].sort());
    for (const [name, bytes] of [...screen.files, ...press.files])
      expect(both.files.get(name)?.equals(bytes), name).toBe(true);
  },
  120_000,
);

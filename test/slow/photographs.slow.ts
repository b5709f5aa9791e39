import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { load } from "../../pipeline/commands/load.js";
import { openSpool } from "../../pipeline/edges/spool.js";
import type { Edition, Resource, Tools } from "../../pipeline/publication.js";
import { publish } from "../../pipeline/publish.js";
import { typesetter } from "../support/browser.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { jpeg } from "../support/wave-jpeg.js";

/** Enough to be taken out of the browser: 40 of a megabyte. */
const count = 40;

/** A JPEG that differs from others by what it says of itself. */
function numbered(photograph: Uint8Array, number: number): Buffer {
  const comment = Buffer.from(`${number}`.padStart(4, "0"));
  return Buffer.concat([
    photograph.subarray(0, 2),
    Buffer.from([0xff, 0xfe, 0, 6]),
    comment,
    photograph.subarray(2),
  ]);
}

test("a book of photographs is the same, byte for byte, whether the browser had them or not", {
  timeout: 600_000,
}, async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "images"));
  const photograph = await jpeg(3600, 2400);
  const figures = Array.from({ length: count }, (_, number) => {
    writeFileSync(join(folder, `images/${number}.jpg`), numbered(photograph, number));
    return `:::figure{#wave-${number}}\n![Waves.](images/${number}.jpg)\n\nWaves, of which this is number ${number}.\n:::\n\nWords stand between two pictures.\n`;
  });
  expect(count * photograph.length).toBeGreaterThan(32_000_000);
  writeFileSync(
    join(folder, "publication.yaml"),
    "title: Waves\nlanguage: en\nauthor: A. Reader\nidentifier: urn:uuid:0b2b7a52-58a1-4d2e-9d65-9d7f2a3f5f11\nmodified: 2026-01-01\nbody: [waves.md]\npress: {profile: offset-eu}\n",
  );
  writeFileSync(join(folder, "waves.md"), `# Waves\n\n${figures.join("\n")}`);
  const { manuscript, theme, profile } = await load(folder, { env: {} });
  if (!manuscript || !theme || !profile) throw new Error("It cannot be loaded");
  const handed: number[] = [];
  const make = async (options: Partial<Tools>) => {
    const editions: readonly Edition[] = ["screen", "press", "epub"];
    const { artifacts, messages } = await publish(manuscript, theme, editions, {
      typesetter: {
        ...typesetter,
        typeset(document, watcher) {
          handed.push(0);
          // What is asked for is what the browser gets.
          const watched = [...document.resources].map(([path, resource]): [string, Resource] => [
            path,
            {
              mediaType: resource.mediaType,
              get bytes() {
                handed[handed.length - 1] = (handed.at(-1) ?? 0) + resource.bytes.length;
                return resource.bytes;
              },
            },
          ]);
          return typesetter.typeset({ ...document, resources: new Map(watched) }, watcher);
        },
      },
      progress: () => undefined,
      pause: async () => undefined,
      clock: () => 0,
      profile,
      ...options,
    });
    return { artifacts, messages: messages.map(String) };
  };
  const plain = await make({});
  const [whole = 0] = handed.splice(0);
  expect(whole).toBeGreaterThan(32_000_000);
  const swapped = await make({ spool: openSpool, swapImages: true });
  for (const size of handed) expect(size).toBeLessThan(whole / 4);
  expect(swapped.messages).toEqual(plain.messages);
  expect(plain.artifacts.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["screen-pdf", "press-pdf", "epub"]),
  );
  expect(swapped.artifacts.map(({ name }) => name)).toEqual(plain.artifacts.map(({ name }) => name));
  for (const [index, { name, file }] of plain.artifacts.entries()) {
    const bytes = swapped.artifacts[index]?.file.read() ?? new Uint8Array();
    expect([name, Buffer.compare(bytes, file.read())]).toEqual([name, 0]);
  }
});

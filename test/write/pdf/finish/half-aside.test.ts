import { randomFillSync } from "node:crypto";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { openAside } from "../../../../pipeline/edges/aside.js";
import { compressed } from "../../../../pipeline/write/pdf/finish/compressed.js";
import { halfAside } from "../../../../pipeline/write/pdf/finish/half-aside.js";
import { root } from "../../../support/run-cli.js";

test("about half of the bytes goes aside, and all come to what one thread makes of them", async () => {
  const streams = Array.from({ length: 40 }, (_, index) =>
    randomFillSync(new Uint8Array(1000 + 700 * (index % 7))),
  );
  const { aside, close } = openAside(pathToFileURL(`${root}/lib/aside-thread.js`));
  try {
    let went = 0;
    const deflate = halfAside({
      deflate(bytes) {
        went += bytes.length;
        return aside.deflate(bytes);
      },
    });
    const packed = await Promise.all(streams.map(deflate));
    expect(packed.map((bytes) => Buffer.from(bytes))).toEqual(
      streams.map((bytes) => Buffer.from(compressed(bytes))),
    );
    const all = streams.reduce((sum, { length }) => sum + length, 0);
    expect(Math.abs(went - all / 2)).toBeLessThan(6000);
  } finally {
    await close();
  }
});

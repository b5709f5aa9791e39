import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { unpackEmbedded } from "../../pipeline/edges/browser/embedded.js";
import { temporaryFolder } from "../support/temporary-folder.js";

test.runIf(process.platform === "linux" && process.arch === "x64")(
  "the embedded browser is unpacked whole by two that race for it, and what a killed one left is cleared away",
  async () => {
    const cache = temporaryFolder();
    // No process has this number: Linux gives none above four million.
    mkdirSync(join(cache, "unpacking-99999999-abcdef"));
    writeFileSync(join(cache, "unpacking-99999999-abcdef", "chromium"), "half");
    const [first, second] = await Promise.all([unpackEmbedded([cache]), unpackEmbedded([cache])]);
    expect(first).toEqual(second);
    expect(readdirSync(cache)).toEqual(["chromium-147.0.0"]);
    expect(statSync(first?.path ?? "").size).toBeGreaterThan(150_000_000);
    expect(statSync(first?.path ?? "").mode & 0o100).toBe(0o100);
    expect(readdirSync(first?.libraries ?? "")).toEqual(
      expect.arrayContaining(["libnss3.so", "libnspr4.so"]),
    );
    expect(readdirSync(first?.fonts ?? "")).toContain("fonts.conf");

    const { mtimeMs } = statSync(first?.path ?? "");
    expect(await unpackEmbedded([temporaryFolder(), cache])).toEqual(first);
    expect(statSync(first?.path ?? "").mtimeMs).toBe(mtimeMs);
  },
);

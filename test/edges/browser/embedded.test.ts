import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { unpackEmbedded } from "../../../pipeline/edges/browser/embedded.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

describe.runIf(process.platform === "linux" && process.arch === "x64")("the embedded browser", () => {
  test("goes elsewhere where the first folder cannot be made", async () => {
    const folder = temporaryFolder({ file: "" });
    const controller = new AbortController();
    const work = unpackEmbedded([join(folder, "file", "quoin"), join(folder, "other")], controller.signal);
    await expect.poll(() => existsSync(join(folder, "other"))).toBe(true);
    controller.abort();
    await expect(work).rejects.toThrow("aborted");
    // What was half unpacked is gone.
    expect(readdirSync(join(folder, "other"))).toEqual([]);
  });

  test("says so where no folder can be made", async () => {
    const folder = temporaryFolder({ file: "" });
    await expect(unpackEmbedded([join(folder, "file", "a")])).rejects.toThrow(
      "None of these folders can be written to",
    );
  });

  test("says so where the system knows of no such folder, in which Node's own way of making one never ends", async () => {
    await expect(unpackEmbedded(["/proc/quoin"])).rejects.toThrow("None of these folders can be written to");
  });
});

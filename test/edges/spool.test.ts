import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readlinkSync, rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { openFile, smallFile, withFile } from "../../pipeline/edges/open-file.js";
import { scratchFolder } from "../../pipeline/edges/scratch-folder.js";
import { openSpool, spoolFile } from "../../pipeline/edges/spool.js";
import type { Spool } from "../../pipeline/publication.js";
import { sha256Of, spooled } from "../../pipeline/spooled.js";
import { root } from "../support/run-cli.js";
import { mounts, withDisk } from "../support/small-disk.js";
import { temporaryFolder } from "../support/temporary-folder.js";

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

const bytes = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251));
const isLinux = process.platform === "linux";

/** What this process has open, as Linux names it. */
function opened(): readonly string[] {
  return readdirSync("/proc/self/fd").flatMap((name) => {
    try {
      return [readlinkSync(`/proc/self/fd/${name}`)];
    } catch {
      // The listing itself was open while it was made.
      return [];
    }
  });
}
const onDisk = () => opened().filter((path) => /[/\\]spool-\d+ \(deleted\)$/.test(path)).length;

/** Write the bytes in parts of 7, from one buffer that is used again and again. */
function fill(spool: Spool) {
  const part = Buffer.alloc(7);
  for (let at = 0; at < bytes.length; at += part.length)
    spool.write(part.subarray(0, bytes.copy(part, 0, at, Math.min(at + part.length, bytes.length))));
  return spool.end();
}

describe("a file that waits", () => {
  test.runIf(isLinux)(
    "is in memory up to its limit, and on disk beyond it, until nobody holds it",
    async () => {
      const before = onDisk();
      const held = [fill(openSpool(bytes.length))];
      expect(onDisk() - before).toBe(0);
      held.push(fill(openSpool(bytes.length - 1)));
      expect(onDisk() - before).toBe(1);
      held.length = 0;
      const still = () => {
        collect();
        return onDisk() - before;
      };
      await expect.poll(still, { timeout: 20_000 }).toBeLessThanOrEqual(0);
    },
  );

  test.each([0, 500, 999, 1000])(
    "is read as it was written, whole and in parts, with a limit of %i",
    (limit) => {
      const file = fill(openSpool(limit));
      expect(file.size).toBe(bytes.length);
      expect(Buffer.compare(file.read(), bytes)).toBe(0);
      for (const [from, to] of [
        [0, 0],
        [0, 1],
        [499, 502],
        [990, 1000],
        [1000, 1000],
      ] as const)
        expect([from, Buffer.from(file.read(from, to))]).toEqual([from, bytes.subarray(from, to)]);
      expect(Buffer.compare(file.read(990), bytes.subarray(990))).toBe(0);
    },
  );

  test("can be read in part while more is written, wherever it is by then", () => {
    const spool = openSpool(10);
    const parts = ["in memory", ", now on disk", "", ", and more"].map((text) =>
      spool.write(Buffer.from(text)),
    );
    expect(parts.map((part) => `${part.size} ${part.read()}`)).toEqual([
      "9 in memory",
      "13 , now on disk",
      "0 ",
      "10 , and more",
    ]);
    expect(String(spool.end().read())).toBe("in memory, now on disk, and more");
    expect(String(parts[1]?.read(2, 5))).toBe("now");
  });

  test.skipIf(process.platform === "win32")("has no name that a killed process could leave behind", () => {
    const file = fill(openSpool(0));
    expect(readdirSync(scratchFolder()).filter((name) => name.startsWith("spool-"))).toEqual([]);
    expect(file.size).toBe(bytes.length);
  });

  test("may be the copy of one that will be gone", () => {
    const folder = temporaryFolder({ "a.pdf": bytes });
    const file = spoolFile(join(folder, "a.pdf"));
    rmSync(join(folder, "a.pdf"));
    expect(Buffer.compare(file?.read() ?? Buffer.alloc(0), bytes)).toBe(0);
    expect(spoolFile(join(folder, "a.pdf"))).toBeUndefined();
  });
});

describe("where the temporary folder takes no files", () => {
  /** A process of its own writes 3 MB, for the temporary folder of this one is known already. */
  const script = () => {
    const folder = temporaryFolder();
    execFileSync(process.execPath, ["scripts/compile.mjs", "pipeline/edges/spool.ts", folder], { cwd: root });
    return `import { openSpool } from ${JSON.stringify(pathToFileURL(join(folder, "spool.js")))};
      import { createHash } from "node:crypto";
      const spool = openSpool(10);
      const parts = Array.from({ length: 300 }, (_, n) => spool.write(Buffer.alloc(10_000, n)));
      const file = spool.end();
      console.log(file.size, createHash("sha256").update(file.read()).digest("hex"), file.read(2_989_999, 2_990_001).join(), parts.every((part, n) => part.size === 10_000 && part.read().every((byte) => byte === n % 256)));`;
  };
  const all = spooled(Buffer.concat(Array.from({ length: 300 }, (_, n) => Buffer.alloc(10_000, n))));
  const expected = `3000000 ${sha256Of(all)} ${298 % 256},${299 % 256} true\n`;
  const node = [process.execPath, "--input-type=module", "-e"] as const;

  test("a file stays in memory", () => {
    const env = { ...process.env, TMPDIR: join(temporaryFolder(), "none"), TEMP: "", TMP: "" };
    const [command, ...args] = node;
    expect(execFileSync(command, [...args, script()], { encoding: "utf8", env })).toBe(expected);
  });

  test.runIf(mounts)("any more, a file goes on in memory, and is read whole, across both", () => {
    const line = `${node.map((word) => `'${word}'`).join(" ")} '${script()}'`;
    expect(withDisk(temporaryFolder(), "1m", line)).toMatchObject({ stderr: "", stdout: expected });
  });
});

describe("a file of others", () => {
  test("is none where it is missing, a folder, or larger than is allowed", () => {
    const folder = temporaryFolder({ "a.pdf": bytes });
    mkdirSync(join(folder, "b.pdf"));
    const found = (name: string, limit: number) => openFile(join(folder, name), limit)?.size;
    expect([found("a.pdf", 1000), found("a.pdf", 999)]).toEqual([1000, undefined]);
    expect([found("b.pdf", 1_000_000), found("c.pdf", 1000)]).toEqual([undefined, undefined]);
    expect(withFile(join(folder, "b.pdf"), () => "opened")).toBeUndefined();
    expect(withFile(join(folder, "c.pdf"), () => "opened")).toBeUndefined();
  });

  test.each([
    ["small", 1000],
    ["large", smallFile + 1000],
  ])("stays readable when its name is gone, a %s one", (_, size) => {
    const content = Buffer.concat([Buffer.alloc(size - bytes.length), bytes]);
    const path = join(temporaryFolder({ "a.pdf": content }), "a.pdf");
    const file = openFile(path, size);
    rmSync(path);
    expect(Buffer.compare(file?.read(size - bytes.length) ?? Buffer.alloc(0), bytes)).toBe(0);
    expect(file && sha256Of(file)).toBe(sha256Of(spooled(content)));
  });

  test("that becomes shorter while it is read is not taken for whole", () => {
    const path = join(temporaryFolder({ "a.pdf": bytes }), "a.pdf");
    const work = () =>
      withFile(path, (file) => {
        truncateSync(path, 10);
        return file.read();
      });
    expect(work).toThrow("A file became shorter while it was read");
  });

  test.runIf(isLinux)("is closed after the work, and after work that failed", () => {
    const path = join(temporaryFolder({ "a.pdf": bytes }), "a.pdf");
    expect(withFile(path, () => opened().filter((each) => each === path))).toEqual([path]);
    const fail = () => {
      throw new Error("failed");
    };
    expect(() => withFile(path, fail)).toThrow("failed");
    expect(opened()).not.toContain(path);
  });
});

import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { unpackEmbedded } from "../../pipeline/edges/browser/embedded.js";
import { root, runCli } from "../support/run-cli.js";
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
    // Where the fonts lie, counted from this very file; another place was named once, and is mended.
    const conf = join(first?.fonts ?? "", "fonts.conf");
    const dir = /<dir prefix="relative">(.+)<\/dir>/.exec(readFileSync(conf, "utf8"))?.[1] ?? "nowhere";
    expect(readdirSync(join(dirname(conf), dir, "Open_Sans"))).toContain("OpenSans-Regular.ttf");
    const written = readFileSync(conf, "utf8");
    writeFileSync(conf, "<dir>/tmp/fonts</dir>");
    await unpackEmbedded([cache]);
    expect(readFileSync(conf, "utf8")).toBe(written);

    const { mtimeMs } = statSync(first?.path ?? "");
    expect(await unpackEmbedded([temporaryFolder(), cache])).toEqual(first);
    expect(statSync(first?.path ?? "").mtimeMs).toBe(mtimeMs);
  },
);

const bare = (command: string) => [
  "--mount",
  "sh",
  "-ec",
  `mount --make-rprivate /; for each in /etc/fonts /usr/share/fonts /usr/local/share/fonts /tmp/fonts; do
     if [ -d "$each" ]; then mount -t tmpfs none "$each"; fi; done; ${command}`,
];

test.runIf(process.platform === "linux" && spawnSync("unshare", bare("true")).status === 0)(
  "a system without a single font, as a slim image of Docker is, sets what a new publication holds",
  { timeout: 300_000 },
  async () => {
    const folder = temporaryFolder();
    expect((await runCli(["new", "book"], folder)).code).toBe(0);
    const build = `exec "${process.execPath}" "${root}lib/cli.js" build book --only screen,epub --no-cache`;
    const { status, stderr } = spawnSync("unshare", bare(build), { cwd: folder, encoding: "utf8" });
    expect([status, stderr]).toEqual([0, expect.stringMatching(/^screen /m)]);
  },
);

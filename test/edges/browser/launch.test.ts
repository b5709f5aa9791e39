import { chmodSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Found, findBrowser } from "../../../pipeline/edges/browser/find.js";
import { launch, remedy } from "../../../pipeline/edges/browser/launch.js";
import { createSession } from "../../../pipeline/edges/browser/session.js";
import { type Surroundings, thisMachine } from "../../../pipeline/edges/browser/surroundings.js";
import { openTab } from "../../../pipeline/edges/browser/tab.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

let real: Found;
beforeAll(async () => {
  real = await findBrowser();
});

/** A browser that first runs these lines of shell, then, where they let it, the real one. */
function wrapped(lines: string): { found: Found; machine: Surroundings; temporary: string } {
  const temporary = temporaryFolder();
  const folder = temporaryFolder({ browser: `#!/bin/sh\n${lines}\nexec "${real.path}" "$@"\n` });
  chmodSync(join(folder, "browser"), 0o755);
  return {
    found: { ...real, path: join(folder, "browser") },
    machine: { ...thisMachine(), temporary },
    temporary,
  };
}

describe.runIf(process.platform === "linux" && process.arch === "x64")("a browser", () => {
  test("that lacks system libraries starts with those that came with it", async () => {
    const { found, machine, temporary } = wrapped(`if [ -z "$LD_LIBRARY_PATH" ]; then
      echo "$0: error while loading shared libraries: libnss3.so: cannot open shared object file" >&2; exit 127; fi`);
    const { LD_LIBRARY_PATH: _, ...env } = machine.env;
    const running = await launch(found, { ...machine, env });
    expect(running.way.ownLibraries).toBe(true);
    expect(running.version).toMatch(/^HeadlessChrome/);
    expect(readdirSync(temporary)).toHaveLength(1);
    running.kill();
    expect(readdirSync(temporary)).toEqual([]);
  });

  test("that may not use a sandbox starts without one, and only then", async () => {
    const refuse = `case "$*" in *--no-sandbox*) ;; *) echo "No usable sandbox!" >&2; exit 1;; esac`;
    const { found, machine } = wrapped(refuse);
    const running = await launch(found, { ...machine, uid: 1000 });
    running.kill();
    // Whether the system has the libraries is another matter.
    expect(running.way.sandbox).toBe(false);
    expect(running.process.spawnargs).toContain("--no-sandbox");
  });

  test("writes its temporary files where they are removed with it, killed or not", async () => {
    const { found, machine, temporary } = wrapped('mktemp -p "$TMPDIR" .org.chromium.XXXXXX >/dev/null');
    const running = await launch(found, machine);
    expect(readdirSync(temporary)).toHaveLength(1);
    running.kill();
    expect(readdirSync(temporary)).toEqual([]);
  });

  test("that did not start is started again for the next work of a session", async () => {
    const folder = temporaryFolder();
    const { found } = wrapped(`[ -e "${folder}/tried" ] || { touch "${folder}/tried"; exit 3; }`);
    const former = process.env.PUPPETEER_EXECUTABLE_PATH;
    process.env.PUPPETEER_EXECUTABLE_PATH = found.path;
    const session = createSession();
    try {
      session.warm(openTab);
      const work = () => session.use(20_000, openTab, async ({ page }) => page.evaluate(() => 6 * 7));
      await expect(work()).rejects.toMatchObject({ ruleId: "browser-died" });
      expect(await work()).toBe(42);
    } finally {
      await session.close();
      if (former === undefined) delete process.env.PUPPETEER_EXECUTABLE_PATH;
      else process.env.PUPPETEER_EXECUTABLE_PATH = former;
    }
  });

  test.each([
    ["ends at once", "echo 'bad luck' >&2; exit 3", /bad luck.*ended with code 3/s],
    ["never answers", "sleep 60; exit", /ended with SIGKILL/],
  ])("that %s is reported with its last words, and leaves nothing", async (_, lines, words) => {
    const { found, machine, temporary } = wrapped(lines);
    await expect(launch(found, machine, 500)).rejects.toMatchObject({
      ruleId: "browser-died",
      fatal: true,
      reason: expect.stringMatching(words),
    });
    expect(readdirSync(temporary)).toEqual([]);
  });

  test("that is not there is reported", async () => {
    await expect(launch({ ...real, path: "/no/such/browser" }, thisMachine())).rejects.toMatchObject({
      ruleId: "browser-died",
      reason: expect.stringContaining("ENOENT"),
    });
  });
});

test("nothing is tried twice", () => {
  const words = "error while loading shared libraries: libnss3.so; No usable sandbox!";
  const found: Found = {
    origin: "embedded",
    path: "/x",
    embedded: { path: "/x", libraries: "/l", fonts: "/f" },
    tried: [],
  };
  const second = remedy(words, { sandbox: true, ownLibraries: false }, found);
  expect(second).toEqual({ sandbox: true, ownLibraries: true });
  expect(second && remedy(words, second, found)).toEqual({ sandbox: false, ownLibraries: true });
  expect(remedy(words, { sandbox: false, ownLibraries: true }, found)).toBeUndefined();
  expect(remedy("out of memory", { sandbox: true, ownLibraries: false }, found)).toBeUndefined();
});

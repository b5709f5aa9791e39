import { expect, test } from "vitest";
import { runCli } from "../support/run-cli.js";
import { temporaryFolder } from "../support/temporary-folder.js";

test("the doctor finds all that a build needs, and has a page set to prove it", async () => {
  const { code, stdout } = await runCli(["doctor"], temporaryFolder());
  expect(stdout).toMatch(
    /^Node: found \(needed; .+\)\n {2}\d+\.\d+\.\d+\nBrowser: found \(needed; .+\)\n {2}HeadlessChrome\/\d+/,
  );
  expect(stdout).toMatch(/\n {2}(?:in its sandbox|without its sandbox: .+)\n/);
  expect(stdout).toMatch(/\n {2}set a page in \d+ ms\n/);
  expect(stdout).toMatch(/\nFonts: found \(needed; .+\)\n {2}Source Serif 4 SmText, \d faces\n/);
  expect(stdout).toMatch(/\nJava: (?:found|not here) \(optional; /);
  expect([code, stdout.split("\n").at(-2)]).toEqual([0, "All that a build needs is here."]);
});

test("the doctor says what is missing, and what was looked for", async () => {
  const { code, stdout } = await runCli(["doctor"], temporaryFolder(), {
    PUPPETEER_EXECUTABLE_PATH: "/nowhere",
  });
  expect(stdout).toContain("\nBrowser: missing (needed; ");
  expect(stdout).toContain("PUPPETEER_EXECUTABLE_PATH: /nowhere is not a program");
  expect([code, stdout.split("\n").at(-2)]).toEqual([1, "A build would fail: see what is missing."]);
});

test("the doctor does not take a program for a browser because it is there", async () => {
  const { code, stdout } = await runCli(["doctor"], temporaryFolder(), {
    PUPPETEER_EXECUTABLE_PATH: "/bin/false",
  });
  expect(stdout).toContain("\nBrowser: missing (needed; ");
  expect(code).toBe(1);
});

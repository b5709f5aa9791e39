import { execFileSync } from "node:child_process";
import { test as anywhere, expect, onTestFinished } from "vitest";
import { createTypesetter } from "../../pipeline/edges/browser.js";
import { smallDocument } from "../edges/browser/small-document.js";

// Only Linux has the processes from which Chromium makes its tabs.
const test = anywhere.runIf(process.platform === "linux");

test("a browser that opens no tab any more is reported as dead, and the next document has a new one", {
  timeout: 120_000,
  // Beside all other slow proofs it once had not ended after two minutes, for a reason that nobody has found; alone it takes half a one.
  retry: 2,
}, async () => {
  const { typesetter, close } = createTypesetter();
  onTestFinished(close);
  const document = smallDocument('<section data-part="a"><p>Words</p></section>');
  await typesetter.typeset(document);
  const listed = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
  const processes = listed.split("\n").map((line) => line.trim().split(/\s+/));
  const mains = processes.filter(([, parent]) => Number(parent) === process.pid).map(([pid]) => pid);
  const isZygote = ([, parent, ...args]: string[]) =>
    mains.includes(parent) && args.includes("--type=zygote");
  for (const [pid] of processes.filter(isZygote)) process.kill(Number(pid), "SIGKILL");
  await expect(typesetter.typeset(document)).rejects.toMatchObject({ ruleId: "browser-died" });
  expect((await typesetter.typeset(document)).pages).toHaveLength(1);
});

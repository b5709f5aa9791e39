import { setFlagsFromString } from "node:v8";

/**
 * Flags for a life of a few seconds, by the engine's major version; an engine complains of flags that it does not know.
 *
 * V8 optimises for long lives, on threads that take the second core from the browser: a third of a build's time. Now WebAssembly
 * stays as it is first compiled, and JavaScript is optimised when it has been hot for longer (where that is one number: in Node 20).
 */
const flags: Readonly<Record<string, readonly string[]>> = {
  11: ["--liftoff-only", "--interrupt-budget=600000"],
  12: ["--liftoff-only"],
  13: ["--liftoff-only"],
};

/** Tune the JavaScript engine for a command; to be called before it loads what it works with. */
export function tuneEngine(version: string = process.versions.v8): void {
  for (const flag of flags[version.split(".")[0] ?? ""] ?? []) setFlagsFromString(flag);
}

/** What undoes that for WebAssembly: the last two have been turned off by the first one's opposite, and do not come back by themselves. */
const optimising = ["--no-liftoff-only", "--wasm-tier-up", "--wasm-dynamic-tiering"];

/** Whether everything is optimised from now on. */
let settled = false;

function isTuned(version: string): boolean {
  return flags[version.split(".")[0] ?? ""]?.includes("--liftoff-only") ?? false;
}

/**
 * Let the engine optimise what it compiles from now on: converting photographs takes WebAssembly seconds, of which that saves a
 * third. `npm run bench:press` prints both times. And let it collect what nobody holds before that is three times as much as
 * what somebody does: a book of photographs is large enough.
 */
export function settleIn(version: string = process.versions.v8): void {
  if (!isTuned(version)) return;
  settled = true;
  for (const flag of [...optimising, "--heap-growing-percent=60"]) setFlagsFromString(flag);
}

/**
 * Load a module whose WebAssembly the engine may optimise, where it tunes for a short life: a few functions that every page goes
 * through, so often that they take half the time.
 */
export async function loadOptimised<T>(
  load: () => Promise<T>,
  version: string = process.versions.v8,
): Promise<T> {
  if (!isTuned(version) || settled) return load();
  for (const flag of optimising) setFlagsFromString(flag);
  try {
    return await load();
  } finally {
    setFlagsFromString("--liftoff-only");
  }
}

import { defineConfig } from "vitest/config";
import { bytesOfWasm } from "./scripts/bytes-of-wasm.mjs";
import { LongestFirst } from "./test/support/longest-first.js";

export default defineConfig({
  plugins: [bytesOfWasm],
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/support/scratch-files.ts"],
    globalSetup: ["test/support/compile.ts"],
    // Nothing is taken from the cache of whoever runs the tests, and nothing left there.
    env: { QUOIN_CACHE: "off" },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // By default one less than the cores: on the two of a CI machine the files would run one after the other.
    maxWorkers: "100%",
    // The house keeps no state in its modules, so files share what a worker has loaded: loading took a third of the time.
    isolate: false,
    sequence: { sequencer: LongestFirst },
  },
});

import { defineConfig } from "vitest/config";
import { bytesOfWasm } from "./scripts/bytes-of-wasm.mjs";

/** Slow proofs, apart from `npm test`: npm run test:slow. */
export default defineConfig({
  plugins: [bytesOfWasm],
  test: {
    include: ["test/slow/**/*.slow.ts"],
    setupFiles: ["test/support/scratch-files.ts"],
    env: { QUOIN_CACHE: "off" },
    maxWorkers: "100%",
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "vitest";
import { expectGolden } from "../support/golden.js";
import { replay } from "../support/transcript.js";

const fixtures = fileURLToPath(new URL("../fixtures/cli", import.meta.url));

// A transcript is a dozen starts of the command, each of which may wait long for a busy machine.
test.each(readdirSync(fixtures))("%s", { timeout: 600_000 }, (name) => {
  const path = join(fixtures, name);
  expectGolden(path, replay(readFileSync(path, "utf8")));
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "vitest";
import { expectGolden } from "../support/golden.js";
import { replay } from "../support/transcript.js";

const fixtures = fileURLToPath(new URL("../fixtures/cli", import.meta.url));

test.each(readdirSync(fixtures))("%s", (name) => {
  const path = join(fixtures, name);
  expectGolden(path, replay(readFileSync(path, "utf8")));
});

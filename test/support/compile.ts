import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Compile lib/ once before all tests: the installed command runs compiled JavaScript, and so do the tests of it. */
export function setup(): void {
  execFileSync("npm", ["run", "--silent", "compile"], {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    stdio: ["ignore", "inherit", "inherit"],
  });
}

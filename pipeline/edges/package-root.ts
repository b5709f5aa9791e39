import { fileURLToPath } from "node:url";

/** The folder of this package, where templates/ and assets/ lie: two above this file, compiled or not. */
export const packageRoot = fileURLToPath(new URL("../..", import.meta.url));

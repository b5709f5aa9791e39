import { createTypesetter } from "../../pipeline/edges/browser.js";

/**
 * The browser of all tests that a worker runs, and which none of them ends: each document has a tab of its own in it, as in a build.
 * What a test does to a browser itself it does to one of its own.
 */
export const { typesetter } = createTypesetter();

// A worker is ended by this signal, of which it would die without what it does at its end.
process.once("SIGTERM", () => process.exit());

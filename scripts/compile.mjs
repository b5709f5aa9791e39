/**
 * Compile pipeline/ into lib/, packages included: a few files in place of a thousand small modules, whose loading took longer
 * than the reading and assembling of a report.
 *
 *     node scripts/compile.mjs [INPUT OUTPUT-FOLDER]
 */
import { build } from "rolldown";

const [input = "pipeline/cli.ts", dir = "lib"] = process.argv.slice(2);

await build({
  input,
  platform: "node",
  logLevel: "warn",
  // These find files of their own (the browser, the script for its pages, WebAssembly) beside themselves.
  external: ["@likecoin/epubcheck-ts", "@sparticuz/chromium", "html-validate", "pagedjs", "subset-font"],
  output: { dir, format: "esm", chunkFileNames: "[name].js" },
});

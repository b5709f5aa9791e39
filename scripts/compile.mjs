/**
 * Compile pipeline/ into lib/, packages included: a few files in place of a thousand small modules, whose loading took longer
 * than the reading and assembling of a report.
 *
 *     node scripts/compile.mjs [INPUT… OUTPUT-FOLDER]        inputs of one folder together: they share files
 */
import { createHash } from "node:crypto";
import { copyFile, cp, mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { build } from "rolldown";
import { bytesOfWasm } from "./bytes-of-wasm.mjs";

const given = process.argv.slice(2, -1);
const isWhole = given.length === 0;
const dir = isWhole ? "lib" : process.argv.at(-1);

/** The command, and the threads: for imports, for what is long, for the plates. */
const whole = [
  "pipeline/cli.ts",
  "pipeline/edges/import-thread.ts",
  "pipeline/edges/aside-thread.ts",
  "pipeline/edges/plates-thread.ts",
];
const input = isWhole ? whole : given;

/**
 * Parts of epub-gen-memory that are loaded and never do anything for us, each with what stands in for it: its check of options that
 * TypeScript has checked, its way to fetch what we never let it fetch (both replacements are its own, for browsers), and its
 * filter of HTML, which gets nothing to filter. They are most of its size and of the time that it takes to load.
 */
const lean = new Map([
  ["./predicates", "./predicates-nop.js"],
  ["./fetchable", "./fetchable-browser.js"],
  ["./html-parse", join(import.meta.dirname, "no-html-filter.cjs")],
]);
const leanEpubGenMemory = {
  name: "lean-epub-gen-memory",
  resolveId(id, importer) {
    const inside = importer?.replaceAll("\\", "/").includes("/epub-gen-memory/dist/lib/util/");
    const instead = inside ? lean.get(id) : undefined;
    return instead && resolve(dirname(importer), instead);
  },
};

/**
 * subset-font brings converters of font formats, WebAssembly in a megabyte of JavaScript, and most books need none: each is loaded where a
 * font is of its format.
 */
const leanSubsetFont = {
  name: "lean-subset-font",
  resolveId: (id, importer) =>
    /[/\\]fontverter[/\\]/.test(importer ?? "") && ["wawoff2", "woff2sfnt-sfnt2woff"].includes(id)
      ? join(import.meta.dirname, `late-${id}.cjs`)
      : undefined,
  transform(code, id) {
    // It carries its WebAssembly within itself.
    if (/[/\\]wawoff2[/\\]build[/\\]/.test(id)) return code.replaceAll("__dirname", '""');
    if (!/[/\\]subset-font[/\\]index\.js$/.test(id)) return null;
    const reading = /await readFile\(\s*require\.resolve\(('[^']+\.wasm')\)\s*\)/;
    if (!reading.test(code)) throw new Error(`${id} finds its WebAssembly in another way`);
    return code.replace(reading, "require($1).default");
  },
};

/** The build of puppeteer-core that only connects: the pipeline starts browsers itself, and the other brings half a megabyte to find and fetch some. */
const leanPuppeteer = {
  name: "lean-puppeteer",
  resolveId: (id, importer) =>
    id === "puppeteer-core" && importer?.replaceAll("\\", "/").includes("/pipeline/")
      ? join(
          import.meta.dirname,
          "../node_modules/puppeteer-core/lib/esm/puppeteer/puppeteer-core-browser.js",
        )
      : undefined,
};

/** Walking a tree names a function after every node, for stack traces: more work than most visits of a node are. */
const leanVisits = {
  name: "lean-visits",
  transform(code, id) {
    if (!id.endsWith("unist-util-visit-parents/lib/index.js")) return null;
    const naming = "if (typeof value.type === 'string') {";
    if (!code.includes(naming)) throw new Error(`${id} names its visits in another way`);
    return code.replace(naming, "if (false) {");
  },
};

const { output } = await build({
  input,
  plugins: [leanEpubGenMemory, leanSubsetFont, leanPuppeteer, leanVisits, bytesOfWasm],
  platform: "node",
  logLevel: "warn",
  // These find files of their own (the browser, the script for its pages, WebAssembly) beside themselves.
  external: [
    "@embedpdf/pdfium",
    "@likecoin/epubcheck-ts",
    "@sparticuz/chromium",
    "dictionary-en",
    "html-validate",
    "pagedjs",
    "wasm-vips",
  ],
  output: { dir, format: "esm", chunkFileNames: "[name].js" },
});

/** What the preview's page is made of, packages included: its scripts, and files as they are. */
const preview = {
  scripts: ["pipeline/preview/page/preview.ts", "pipeline/preview/page/reader.ts"],
  files: {
    "preview.html": "pipeline/preview/page/preview.html",
    "common.css": "pipeline/preview/page/common.css",
    "preview.css": "pipeline/preview/page/preview.css",
    "reader.html": "pipeline/preview/page/reader.html",
    "reader.css": "pipeline/preview/page/reader.css",
    "source.css": "pipeline/preview/page/source.css",
    "foliate-js-LICENSE.txt": "node_modules/foliate-js/LICENSE",
    "sans.woff2": "node_modules/source-sans/WOFF2/VF/SourceSans3VF-Upright.ttf.woff2",
    "serif.woff2": "node_modules/source-serif/WOFF2/TTF/SourceSerif4-Regular.ttf.woff2",
  },
};
/** PDF.js is served as it is, from lib/pdfjs, where `quoin diff` has it too. */
const servedPdfjs = {
  name: "served-pdfjs",
  resolveId: (id) =>
    id.startsWith("pdfjs-dist/") ? { id: "/page/pdf.min.mjs", external: "absolute" } : undefined,
};
if (isWhole) {
  await build({
    input: preview.scripts,
    plugins: [servedPdfjs],
    platform: "browser",
    logLevel: "warn",
    output: {
      dir: "lib/preview",
      format: "esm",
      chunkFileNames: "[name].js",
      minify: true,
      comments: { legal: true },
    },
  });
  await mkdir("lib/preview", { recursive: true });
  for (const [name, path] of Object.entries(preview.files)) await copyFile(path, join("lib/preview", name));
}

// What of PDF.js runs in the browser, where `quoin diff` reads PDFs and the preview shows them: a seventh of its package. Its build
// for older browsers, since a reader of the preview brings his own.
if (isWhole) {
  const pdfjs = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const parts = [
    "legacy/build/pdf.min.mjs",
    "legacy/build/pdf.worker.min.mjs",
    "cmaps",
    "standard_fonts",
    "wasm",
    "LICENSE",
  ];
  for (const part of parts)
    await cp(join(pdfjs, part), join(dir, "pdfjs", part.replace(/^.*\/build\//, "")), { recursive: true });
}

// What was made by other code is not taken from a cache: the stamp says which code this is.
const stamp = createHash("sha256");
for (const { fileName, code, source } of output.toSorted((a, b) => (a.fileName < b.fileName ? -1 : 1)))
  stamp.update(`${fileName}\0`).update(code ?? source);
await writeFile(join(dir, "stamp.txt"), `${stamp.digest("hex")}\n`);

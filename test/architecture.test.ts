import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const pipeline = fileURLToPath(new URL("../pipeline", import.meta.url));
const files = readdirSync(pipeline, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
  .map((file) => file.replaceAll("\\", "/"));
const texts = new Map(files.map((file) => [file, readFileSync(join(pipeline, file), "utf8")]));

/** Imports of ours by file: paths relative to pipeline/. */
const imports = new Map(
  [...texts].map(([file, text]) => {
    const found = [...text.matchAll(/(?:from|import\()\s*"(\.{1,2}\/[^"]+)\.js"/g)].map((match) =>
      relative(pipeline, resolve(join(pipeline, dirname(file)), `${match[1]}.ts`)).replaceAll("\\", "/"),
    );
    return [file, found];
  }),
);
const room = (file: string) => (file.includes("/") ? file.slice(0, file.indexOf("/")) : file);

/** What each room may import beside itself; a file at the top level is a room of its own. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  "publication.ts": ["publication"],
  publication: [],
  "slug.ts": [],
  "spooled.ts": ["publication.ts"],
  "clone-tree.ts": [],
  "plain-message.ts": [],
  "outward-url.ts": [],
  "image-names.ts": [],
  "direction.ts": [],
  "dedication.ts": ["publication.ts"],
  "roman.ts": [],
  "count.ts": [],
  "characters-of-font.ts": [],
  "languages.ts": [],
  "quotes.ts": [],
  "english-words.ts": ["publication.ts"],
  read: [
    "publication.ts",
    "problem.ts",
    "slug.ts",
    "quotes.ts",
    "direction.ts",
    "directives",
    "check",
    "yaml",
  ],
  formats: ["report.ts", "rules.ts", "problem.ts"],
  directives: ["publication.ts", "problem.ts"],
  check: ["publication.ts", "problem.ts", "outward-url.ts", "roman.ts"],
  "check-publication": ["publication.ts", "problem.ts", "characters-of-font.ts", "languages.ts", "check"],
  "check-epub": [],
  preview: ["publication.ts", "report.ts"],
  verify: ["publication.ts", "problem.ts", "spooled.ts"],
  diff: ["import"],
  catalogue: [],
  progress: ["publication.ts", "count.ts"],
  cache: ["publication.ts", "settle.ts", "publish.ts", "plain-message.ts", "spooled.ts"],
  "check-links": ["publication.ts", "problem.ts"],
  import: [
    "publication.ts",
    "rules.ts",
    "problem.ts",
    "slug.ts",
    "outward-url.ts",
    "assemble",
    "metadata",
    "read",
    "yaml",
  ],
  assemble: [
    "publication.ts",
    "english-words.ts",
    "problem.ts",
    "image-names.ts",
    "slug.ts",
    "chapter-ids.ts",
    "clone-tree.ts",
    "direction.ts",
    "dedication.ts",
    "roman.ts",
  ],
  printer: ["publication.ts", "problem.ts", "length.ts", "yaml"],
  write: [
    "spooled.ts",
    "count.ts",
    "publication.ts",
    "problem.ts",
    "slug.ts",
    "clone-tree.ts",
    "direction.ts",
    "dedication.ts",
    "characters-of-font.ts",
    "languages.ts",
    "quotes.ts",
    "length.ts",
    "printer",
  ],
};

describe("architecture", () => {
  test("imports are read at all", () => {
    expect(imports.get("examine.ts")).toContain("read/read.ts");
    expect(imports.get("cli.ts")).not.toEqual([]);
  });

  test.each(Object.keys(allowed))("%s imports only what is its business", (name) => {
    const wrong = [...imports]
      .filter(([file]) => room(file) === name)
      .flatMap(([file, found]) =>
        found
          .filter((target) => room(target) !== name && !allowed[name]?.includes(room(target)))
          .map((target) => `${file} -> ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  test("only the command line opens the doors", () => {
    const wrong = [...imports].filter(
      ([file, found]) =>
        !["cli.ts", "commands", "edges"].includes(room(file)) &&
        found.some((target) => room(target) === "edges"),
    );
    expect(wrong).toEqual([]);
  });

  test("nothing but the doors and the command line knows a disk, a process or a clock", () => {
    const world =
      /\bprocess\.(?!versions)|\bconsole\.|\bDate\.now|new Date\(\)|performance\.|Math\.random|from "node:(?:fs|child_process|os|net|http)/;
    const wrong = [...texts]
      .filter(([file, text]) => !["cli.ts", "commands", "edges"].includes(room(file)) && world.test(text))
      .map(([file]) => file);
    expect(wrong).toEqual([]);
  });

  test("what loads a publication asks the disk through disk.ts alone, so that a cache knows all that it saw", () => {
    const loads =
      /^edges\/(?:load-(?:manuscript|sources|images|texts|theme|fonts|profile)|find-theme|read-inside)\.ts$/;
    const found = [...texts].filter(([file]) => loads.test(file));
    expect(found).toHaveLength(9);
    const wrong = found.filter(
      ([file, text]) =>
        /from "node:(?:fs|child_process)|\bprocess\./.test(text) ||
        imports.get(file)?.some((target) => target === "edges/last-commit.ts") ||
        /\breadBytes\(/.test(text),
    );
    expect(wrong.map(([file]) => file)).toEqual([]);
  });

  test("there are no circles", () => {
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (file: string, path: readonly string[]) => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(" -> "));
      if (done.has(file) || path.includes(file)) return;
      for (const next of imports.get(file) ?? []) walk(next, [...path, file]);
      done.add(file);
    };
    for (const file of files) walk(file, []);
    expect(circles).toEqual([]);
  });

  test("every import of ours leads to a file", () => {
    const missing = [...imports].flatMap(([file, found]) =>
      found
        .filter(
          (target) => !texts.has(target) && !statSync(join(pipeline, target), { throwIfNoEntry: false }),
        )
        .map((target) => `${file} -> ${target}`),
    );
    expect(missing).toEqual([]);
  });

  test("tests come to PDF.js through support/pdfjs.ts alone, which leaves the engine its own JSON", () => {
    const here = fileURLToPath(new URL(".", import.meta.url));
    const bringsIt = /^import (?!type\b)[^;]*?from "pdfjs-dist\/|\bimport\("pdfjs-dist\//m;
    const found = readdirSync(here, { recursive: true })
      .map((file) => String(file).replaceAll("\\", "/"))
      .filter((file) => file.endsWith(".ts") && bringsIt.test(readFileSync(join(here, file), "utf8")));
    expect(found).toEqual(["support/pdfjs.ts"]);
  });
});

import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadManuscript } from "../../pipeline/edges/load-manuscript.js";
import { loadOriginal } from "../../pipeline/edges/load-original.js";
import { loadSpelling } from "../../pipeline/edges/spelling.js";
import { bringIn } from "../../pipeline/import/bring-in.js";
import { importers } from "../../pipeline/import/index.js";
import { recognise } from "../../pipeline/import/recognise.js";
import { publish } from "../../pipeline/publish.js";
import { expectGolden, expectGoldenBytes } from "../support/golden.js";
import { messagesText } from "../support/messages.js";
import { reportTheme } from "../support/report-theme.js";
import { tools } from "../write/epub/sample-book.js";

const cases = fileURLToPath(new URL("../fixtures/import/", import.meta.url));

/** Every file below a folder, by path relative to it. */
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true })
    .map((name) => String(name).replaceAll("\\", "/"))
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();

/** A case is `original.*`, what becomes of it in `publication/`, and the messages. */
describe.each(readdirSync(cases))("%s", (name) => {
  const folder = join(cases, name);
  const output = join(folder, "publication");
  const originalName = readdirSync(folder).find((entry) => entry.startsWith("original")) ?? "original";

  test("becomes the publication and the report that are expected", async () => {
    const original = await loadOriginal(join(folder, originalName), originalName);
    if ("reason" in original) throw original;
    const importer = importers[recognise(original) ?? ""];
    if (!importer) throw new Error(`No importer takes ${originalName}`);
    const { files, remarks } = await bringIn(original, importer, { spelling: loadSpelling });
    if (process.env.UPDATE === "1") rmSync(output, { recursive: true, force: true });
    for (const { name, bytes } of files)
      if (name.startsWith("images/")) expectGoldenBytes(join(output, name), bytes);
      else expectGolden(join(output, name), new TextDecoder().decode(bytes));
    expectGolden(join(folder, "messages.txt"), messagesText(remarks.map(({ message }) => message)));
    expect(filesIn(output)).toEqual(files.map((file) => file.name).sort());
  });

  test("loses no word and reads back", () => {
    const messages = readFileSync(join(folder, "messages.txt"), "utf8");
    expect(messages).not.toMatch(/import-words-lost|import-words-added|import-reads-back/);
  });

  test("is a publication that becomes a book, with no problem but missing pictures", async () => {
    const { manuscript, messages } = await loadManuscript(output, {});
    if (!manuscript) throw new Error(messagesText(messages));
    const made = await publish(manuscript, await reportTheme(), ["epub"], tools);
    expect(made.artifacts.map(({ kind, file }) => `${kind} ${file.size > 10_000}`)).toEqual(["epub true"]);
    // What the importer has left as it is written, with a message, the build tells again.
    const foreign = /import-markup-foreign|import-include-|import-citation/.test(
      readFileSync(join(folder, "messages.txt"), "utf8"),
    );
    const rest = [...messages, ...made.messages].filter(
      ({ ruleId }) =>
        ![
          ...(foreign ? ["markup-foreign"] : []),
          "image-placeholder",
          "image-alt-missing",
          "figure-unmentioned",
          "table-unmentioned",
          "date-missing",
          "identifier-derived",
          "page-list-absent",
        ].includes(String(ruleId)),
    );
    expect(messagesText(rest)).toBe("");
  });
});

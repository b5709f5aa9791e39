import { expect, test } from "vitest";
import { loadEdition } from "../../pipeline/edges/load-edition.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const files = { "a-cover.pdf": "cover", "a-press.pdf": "press", "a.epub": "book", "a.pdf": "screen" };
const kinds = ["cover-pdf", "press-pdf", "epub", "screen-pdf"] as const;
const kindsOf = async (folder: string) => {
  const edition = await loadEdition(folder, "a");
  return typeof edition === "object" ? edition.files.map(({ kind }) => kind) : edition;
};

test("a folder's artifacts are told by their names where it has no record", async () => {
  expect(await kindsOf(temporaryFolder(files))).toEqual(kinds);
});

test("every kind that a build records is known", async () => {
  const artifacts = Object.keys(files).map((path, i) => ({ kind: kinds[i], path }));
  const record = JSON.stringify({ artifacts, messages: [] });
  expect(await kindsOf(temporaryFolder({ ...files, "build.json": record }))).toEqual(kinds);
});

import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadOriginal } from "../../pipeline/edges/load-original.js";
import { temporaryFolder } from "../support/temporary-folder.js";

test("a page comes with the pictures that it names below its folder, and no others", async () => {
  const folder = temporaryFolder({
    "secret.png": "secret",
    "page/img/a b.png": "a",
    "page/img/unnamed.png": "u",
    "page/one.html": [
      '<img src="img/a%20b.png"><img src="./img/../img/a%20b.png"><svg><image href="img/unnamed.svg"/></svg>',
      '<img src="../secret.png"><img src="img/../../secret.png"><img src="%2e%2e/secret.png"><img src="/etc/hostname">',
      '<img src="file:///etc/hostname"><img src="https://example.org/x.png"><img src="link.png"><img src="gone.png">',
      '<img src="folder"><img src="img\\..\\..\\secret.png">',
    ].join("\n"),
  });
  mkdirSync(join(folder, "page/folder"));
  symlinkSync("../secret.png", join(folder, "page/link.png"));
  const original = await loadOriginal(join(folder, "page/one.html"), "one.html");
  expect("beside" in original && original.beside?.map(({ name }) => name)).toEqual(["img/a b.png"]);
});

test("a file of another kind comes alone", async () => {
  const folder = temporaryFolder({ "a.png": "a", "one.md": "![a](a.png)" });
  writeFileSync(join(folder, "b.txt"), '<img src="a.png">');
  for (const name of ["one.md", "b.txt"]) {
    const original = await loadOriginal(join(folder, name), name);
    expect("beside" in original && original.beside).toEqual([]);
  }
});

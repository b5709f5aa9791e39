import { expect, test } from "vitest";
import { editorAddress, editors, openInEditor } from "../../pipeline/preview/editors.js";

const place = { file: "/home/a b/book/one #1.md", line: 12, column: 4 };

test.each(Object.keys(editors))("%s is opened at the line of a file with any name", (name) => {
  const address = openInEditor(editorAddress(name) ?? "", place);
  expect(address).toContain("/home/a%20b/book/one%20%231.md");
  expect(address).toMatch(/12.*4$/);
  expect(() => new URL(address)).not.toThrow();
});

test("an address of one's own is taken, one that would run something or name no file is not", () => {
  expect(editorAddress("nvim://open?path={file}&line={line}")).toBe("nvim://open?path={file}&line={line}");
  expect(editorAddress("nvim://open")).toBeUndefined();
  expect(editorAddress("javascript:alert('{file}')")).toBeUndefined();
  expect(editorAddress("toString")).toBeUndefined();
});

test("a path of Windows becomes an address", () => {
  const windows = { file: "C:\\book\\one.md", line: 1, column: 1 };
  expect(openInEditor(editors.vscode ?? "", windows)).toBe("vscode://file/C%3A/book/one.md:1:1");
});

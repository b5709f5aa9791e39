import type { Place } from "../publication.js";

/** Addresses that open a file in an editor, by the editor's name; `{file}` is its full path, `{line}` and `{column}` count from 1. */
export const editors: Readonly<Record<string, string>> = {
  vscode: "vscode://file{file}:{line}:{column}",
  vscodium: "vscodium://file{file}:{line}:{column}",
  cursor: "cursor://file{file}:{line}:{column}",
  zed: "zed://file{file}:{line}:{column}",
  idea: "idea://open?file={file}&line={line}&column={column}",
  sublime: "subl://open?url=file://{file}&line={line}&column={column}",
  textmate: "txmt://open?url=file://{file}&line={line}&column={column}",
};

/** Find the address of an editor by name, or take one with `{file}` as it is; undefined where it is neither. */
export function editorAddress(name: string): string | undefined {
  if (Object.hasOwn(editors, name)) return editors[name];
  return /^(?!javascript|data|vbscript)[a-z][a-z0-9+.-]*:.*\{file\}/i.test(name) ? name : undefined;
}

/** Fill an editor's address with a place whose file is a full path. */
export function openInEditor(address: string, { file, line, column }: Place): string {
  const path = file.replaceAll("\\", "/");
  const rooted = path.startsWith("/") ? path : `/${path}`;
  const values: Readonly<Record<string, string>> = {
    file: rooted.split("/").map(encodeURIComponent).join("/"),
    line: String(line),
    column: String(column),
  };
  return address.replace(/\{(file|line|column)\}/g, (whole, name: string) => values[name] ?? whole);
}

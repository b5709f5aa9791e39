import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { VFileMessage } from "vfile-message";
import { problem } from "../problem.js";
import { decode } from "../read/decode.js";
import type { ThemeFile } from "../theme.js";
import { readInside } from "./read-inside.js";

/** Text files by name; those that cannot be read are messages. */
export interface Texts {
  readonly files: ReadonlyMap<string, ThemeFile>;
  readonly messages: readonly VFileMessage[];
}

/** Load the style sheets, page templates and settings of a theme's folder. */
export async function loadTexts(folder: string): Promise<Texts> {
  const names = (await readdir(folder)).filter((name) => /\.(?:css|html|yaml)$/.test(name)).sort();
  const messages: VFileMessage[] = [];
  const files = new Map<string, ThemeFile>();
  const contents = await Promise.all(names.map((name) => readInside(folder, name, 5_000_000)));
  for (const [i, content] of contents.entries()) {
    const file = join(folder, names[i] ?? "");
    if ("bytes" in content) {
      const { text, messages: encoding } = decode(content.bytes, file);
      messages.push(...encoding);
      files.set(basename(file), { file, text });
    } else {
      const reason = `Unreadable file of the theme: ${content.detail}`;
      messages.push(problem("theme-invalid", reason, { file, line: 1, column: 1 }));
    }
  }
  return { files, messages };
}

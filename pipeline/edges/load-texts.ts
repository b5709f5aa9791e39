import { basename, join } from "node:path";
import type { VFileMessage } from "vfile-message";
import { problem } from "../problem.js";
import { decode } from "../read/decode.js";
import type { ThemeFile } from "../theme.js";
import { type Disk, disk as thisDisk } from "./disk.js";
import { readInside } from "./read-inside.js";

/** Text files by name; those that cannot be read are messages. */
export interface Texts {
  readonly files: ReadonlyMap<string, ThemeFile>;
  readonly messages: readonly VFileMessage[];
}

/** Load the style sheets, page templates and settings of a theme's folder. */
export async function loadTexts(folder: string, disk: Disk = thisDisk): Promise<Texts> {
  const entries = await disk.list(folder);
  if (!entries) {
    const reason = "Unreadable folder of the theme: it cannot be listed";
    return { files: new Map(), messages: [problem("theme-invalid", reason, { file: folder })] };
  }
  const names = entries.map(({ name }) => name).filter((name) => /\.(?:css|html|yaml)$/.test(name));
  const messages: VFileMessage[] = [];
  const files = new Map<string, ThemeFile>();
  const contents = await Promise.all(names.map((name) => readInside(folder, name, 5_000_000, disk)));
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

import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { peerHtml } from "./peer-html.js";

/** Write what peers set, the HTML of a publication with its resources, into a folder; hand out the path of the HTML. */
export async function peerFiles(publication: string, folder: string): Promise<string> {
  const { html, files } = await peerHtml(publication);
  for (const { path, bytes } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  const page = join(folder, "report.html");
  await writeFile(page, html);
  return page;
}

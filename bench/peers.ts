import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { browsers } from "./browsers.js";
import type { Command } from "./measure.js";
import { peerFiles } from "./peer-files.js";

/** A command by the name that a table of figures gives it. */
export interface Runner extends Command {
  readonly name: string;
  /** The folder where quoin leaves its build.json. */
  readonly out?: string;
}

/** Names of the peers that quoin is held against in ratios of their own. */
export const limit = "chromium's own print";
export const pandoc = "pandoc epub";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The command of ours that builds a publication's editions; `name` is the folder below `work` that it writes to. */
export function ours(publication: string, work: string, name: string, only: string): Runner {
  const out = join(work, name.replaceAll(" ", "-"));
  const args = [join(root, "lib/cli.js"), "build", publication, "--only", only, "--no-cache", "--out", out];
  return { name, command: process.execPath, args, out };
}

/**
 * The commands of peers for the same publication: WeasyPrint (`weasyprint` on PATH), pagedjs-cli (on PATH or PAGEDJS_CLI; with quoin's
 * headless shell, and with an installed Chrome or Chromium, as its users have it), Vivliostyle (`vivliostyle` on PATH or VIVLIOSTYLE),
 * Paged.js with the print and nothing else, Chromium's own print of the same HTML, and Pandoc for the e-book. They get the HTML, styles and fonts that quoin itself typesets.
 */
export async function peers(publication: string, work: string): Promise<readonly Runner[]> {
  const page = await peerFiles(publication, join(work, "peers"));
  const { own, installed } = await browsers();
  const sources = (await readdir(publication)).filter((name) => name.endsWith(".md")).sort();
  const pagedjs = (name: string, browser: string): Runner => ({
    name,
    command: process.env.PAGEDJS_CLI ?? "pagedjs-cli",
    args: [page, "-o", join(work, "pagedjs.pdf"), "-t", "600000", "--browserArgs", "--no-sandbox"],
    env: { ...process.env, PUPPETEER_EXECUTABLE_PATH: browser },
  });
  const vivliostyle = (browser: string): Runner => ({
    name: "vivliostyle",
    command: process.env.VIVLIOSTYLE ?? "vivliostyle",
    args: ["build", page, "-o", join(work, "vivliostyle.pdf"), "--executable-browser", browser, "-t", "900"],
  });
  const print = (name: string, ...more: string[]): Runner => ({
    name,
    command: process.execPath,
    args: [join(root, "bench/out/print.js"), own, page, join(work, "chromium.pdf"), ...more],
  });
  return [
    { name: "weasyprint", command: "weasyprint", args: ["-q", page, join(work, "weasyprint.pdf")] },
    pagedjs("pagedjs-cli, same browser", own),
    ...(installed ? [pagedjs("pagedjs-cli, whole Chrome", installed), vivliostyle(installed)] : []),
    print("Paged.js and print alone", join(root, "node_modules/pagedjs/dist/paged.js")),
    print(limit),
    {
      name: pandoc,
      command: "pandoc",
      cwd: publication,
      args: ["-o", join(work, "pandoc.epub"), ...sources],
    },
  ];
}

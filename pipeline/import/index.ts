import { docx } from "./docx.js";
import { epub } from "./epub.js";
import { html } from "./html.js";
import type { Importer } from "./importer.js";
import { markdown } from "./markdown-dialects.js";
import { text } from "./text.js";

/** Every importer, by the name that `--from` gives it. */
export const importers: Readonly<Record<string, Importer>> = { docx, epub, html, markdown, text };

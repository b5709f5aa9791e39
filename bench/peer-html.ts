import { loadManuscript } from "../pipeline/edges/load-manuscript.js";
import { loadTheme } from "../pipeline/edges/load-theme.js";
import { examine } from "../pipeline/examine.js";
import { printDocument } from "../pipeline/write/pdf/print-document.js";

/**
 * Hand out the HTML that quoin typesets, with its resources as files beside it, so that peers set the same text and fonts; `folder` is that of the publication.
 */
export async function peerHtml(folder: string) {
  const { manuscript } = await loadManuscript(folder, {});
  if (!manuscript) throw new Error("the publication has errors: see quoin check");
  const { theme } = await loadTheme(manuscript.metadata.theme, folder, manuscript.placeOf("theme"));
  if (!theme) throw new Error("the theme has errors: see quoin check");
  const { publication } = await examine(manuscript, theme);
  const { html: shared, edition, resources } = await printDocument(publication, theme, "screen");
  const html = shared
    .replace(/<style data-edition[^>]*>/, (tag) => tag + (edition?.css ?? ""))
    // The keys of blocks are quoin's own: they would cost peers time, and Chromium most, of which it asks few at a time.
    .replace(/( lang="[^"]*?)-x-k[0-9a-z]+"/g, '$1"');
  const files = [...resources].map(([path, { bytes }]) => ({ path: path.replace(/^\//, ""), bytes }));
  // Resources are named from the root of a host; beside a file they are relative.
  const relative = [...resources.keys()].reduce((text, path) => text.replaceAll(path, path.slice(1)), html);
  return { html: relative, files };
}

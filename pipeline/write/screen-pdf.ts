import type { Page, Writer } from "../publication.js";
import { fileStem } from "../slug.js";
import { asideFor } from "./aside-for.js";
import { finish, loadFinishing } from "./pdf/finish.js";
import { printDocument } from "./pdf/print-document.js";
import { typesetPages } from "./typeset-pages.js";

/** Write the PDF for screens: the print document, set into pages, with the outline, labels and metadata of a book. */
export const screenPdf: Writer = {
  edition: "screen",
  async write(publication, theme, tools) {
    const document = await printDocument(publication, theme, "screen");
    // Loaded while the browser works: before, it would keep the browser waiting.
    const received = () => void loadFinishing();
    const paged = (set: readonly Page[]) => asideFor(set, tools)?.ready();
    const typeset = await typesetPages(tools.typesetter, document, publication, { received, paged });
    const { pages } = typeset;
    if (typeset.messages.some(({ fatal }) => fatal)) return { messages: typeset.messages };
    const aside = asideFor(pages, tools);
    const { pause, spool } = tools;
    const { file, messages } = await finish(typeset, publication, theme, document.blocks, {
      ...(aside && { aside }),
      pause,
      ...(spool && { spool }),
    });
    const written = { typesetter: document.choice, messages: [...typeset.messages, ...messages] };
    if (!file) return written;
    return {
      ...written,
      artifacts: [
        {
          kind: "screen-pdf",
          name: `${fileStem(publication.metadata.title, publication.metadata.language)}.pdf`,
          mediaType: "application/pdf",
          file,
          pages: pages.length,
        },
      ],
    };
  },
};

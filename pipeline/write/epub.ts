import type { VFileMessage } from "vfile-message";
import { problem } from "../problem.js";
import type { PrintPages, Publication, Theme, Typesetter, Writer } from "../publication.js";
import { fileStem } from "../slug.js";
import { bookOf } from "./epub/book.js";
import { bookFonts } from "./epub/book-fonts.js";
import { coverDocument, coverHref, coverSize } from "./epub/cover.js";
import { inScreenColours } from "./epub/screen-colours.js";
import { damagedImages } from "./pdf/press/images/damaged-images.js";

const withoutPages = {
  unset: "none were set beside it, nor by an earlier build into this folder",
  changed: "those that were set last are of other content",
};

/** What the places in an archive can count (APPNOTE.TXT, 4.4); few reading systems know its later form. */
const mostBytes = 0xffffffff;

/** Write the EPUB 3.3. Throws what the typesetter throws where it cannot picture the cover. */
export const epub: Writer = {
  edition: "epub",
  async write(publication, theme, { typesetter, printPages, pause, spool }) {
    const picture = coverPicture(publication, theme, typesetter);
    const fonts = await bookFonts(publication, theme, pause);
    const { pack } = await import("./epub/container.js");
    const print: PrintPages = (await printPages) ?? { lack: "unset" };
    await pause();
    const book = bookOf(publication, theme, fonts, "pages" in print ? print.pages : []);
    // The browser pictures the cover while everything else is written and packed, so the picture comes last.
    const { files, damages } = await inScreenColours(book.images);
    const images = picture ? [...files, { href: coverHref, bytes: picture }] : files;
    const file = await pack({ ...book, images }, spool);
    const messages = [...absence(print), ...damagedImages(damages, publication)];
    if (file.size > mostBytes) return { messages: [...messages, tooLarge(file.size)] };
    return {
      messages,
      artifacts: [
        {
          kind: "epub",
          name: `${fileStem(publication.metadata.title, publication.metadata.language)}.epub`,
          mediaType: "application/epub+zip",
          file,
        },
      ],
    };
  },
};

/** Say why the book lists no pages. Where setting them failed, that says enough. */
function absence(print: PrintPages): VFileMessage[] {
  if ("pages" in print || print.lack === "failed") return [];
  const reason = `The e-book has no list of the print edition’s pages: ${withoutPages[print.lack]}; build both editions together to have one`;
  return [problem("page-list-absent", reason, {})];
}

function tooLarge(bytes: number): VFileMessage {
  const reason = `Unexpected size of the e-book, ${(bytes / 1e9).toFixed(1)} GB; expected less than ${(mostBytes / 1e9).toFixed(1)} GB`;
  return problem("epub-too-large", reason, {});
}

function coverPicture(
  publication: Publication,
  theme: Theme,
  typesetter: Typesetter,
): Promise<Uint8Array> | undefined {
  const cover = publication.parts.find(({ kind }) => kind === "cover");
  if (!cover) return undefined;
  const { width, height } = coverSize;
  const picture = typesetter.picture(coverDocument(cover, publication, theme), width, height);
  // What goes wrong is thrown where the picture is packed; until then nobody listens, which Node would take for a bug.
  picture.catch(() => undefined);
  return picture;
}

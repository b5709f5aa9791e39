import { problem } from "../problem.js";
import type { Publication, Theme, Typesetter, Writer } from "../publication.js";
import { slug } from "../slug.js";
import { bookOf } from "./epub/book.js";
import { bookFonts, lighten } from "./epub/book-fonts.js";
import { coverDocument, coverHref, coverSize } from "./epub/cover.js";

const withoutPages =
  "The e-book has no list of the print edition’s pages: none were set beside it; build both editions together to have one";

/** Write the EPUB 3.3. Throws what the typesetter throws where it cannot picture the cover. */
export const epub: Writer = {
  edition: "epub",
  async write(publication, theme, { typesetter, printPages }) {
    const fonts = await bookFonts(publication, theme);
    const light = { ...theme, printFonts: lighten(theme.printFonts, fonts) };
    const picture = coverPicture(publication, light, typesetter);
    const { pack } = await import("./epub/container.js");
    const book = bookOf(publication, theme, fonts, await printPages);
    // The browser pictures the cover while everything else is written and packed, so the picture comes last.
    const images = picture ? [...book.images, { href: coverHref, bytes: picture }] : book.images;
    return {
      messages: printPages ? [] : [problem("page-list-absent", withoutPages, {})],
      artifact: {
        kind: "epub",
        name: `${slug(publication.metadata.title) || "publication"}.epub`,
        mediaType: "application/epub+zip",
        bytes: await pack({ ...book, images }),
      },
    };
  },
};

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

import type { Writer } from "../publication.js";
import { slug } from "../slug.js";
import { bookOf } from "./epub/book.js";
import { coverDocument, coverHref, coverSize } from "./epub/cover.js";

/** Write the EPUB 3.3. Throws what the typesetter throws where it cannot picture the cover. */
export const epub: Writer = {
  edition: "epub",
  async write(publication, theme, { typesetter }) {
    const cover = publication.parts.find(({ kind }) => kind === "cover");
    // The browser pictures the cover while everything else is written.
    const [picture, book, { pack }] = await Promise.all([
      cover &&
        typesetter.picture(coverDocument(cover, publication, theme), coverSize.width, coverSize.height),
      bookOf(publication, theme),
      import("./epub/container.js"),
    ]);
    const images = picture ? [{ href: coverHref, bytes: picture }, ...book.images] : book.images;
    return {
      messages: [],
      artifact: {
        kind: "epub",
        name: `${slug(publication.metadata.title) || "publication"}.epub`,
        mediaType: "application/epub+zip",
        bytes: await pack({ ...book, images }),
      },
    };
  },
};

/** The checkers of an EPUB that need neither browser nor Java, in the order in which they run. */
import { contentModel } from "./content-model.js";
import { epubcheck } from "./epubcheck.js";
import type { Checker } from "./finding.js";
import { ids } from "./ids.js";
import { images } from "./images.js";
import { mimetype } from "./mimetype.js";
import { nav } from "./nav.js";
import { notes } from "./notes.js";
import { remote } from "./remote.js";
import { roles } from "./roles.js";

export const checkers: Readonly<Record<string, Checker>> = {
  epubcheck,
  contentModel,
  ids,
  mimetype,
  nav,
  notes,
  images,
  remote,
  roles,
};

import type { Aside, Page, Tools } from "../publication.js";

/** Pages from which on a second thread saves more time than its start takes. */
const many = 100;

/** The second thread for a document of such pages; undefined where it is done in place sooner. */
export function asideFor(pages: readonly Page[], { aside }: Pick<Tools, "aside">): Aside | undefined {
  return pages.length < many ? undefined : aside;
}

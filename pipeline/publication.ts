/**
 * The central types, one idea a file. They import nothing else of ours; every other file may import them.
 *
 * Manuscript -> Publication -> Artifact, by the verbs load, read, assemble, write, save.
 */

export type * from "./publication/aside.js";
export type * from "./publication/cache.js";
export type * from "./publication/chapter.js";
export type * from "./publication/manuscript.js";
export type * from "./publication/metadata.js";
export type * from "./publication/press-profile.js";
export type * from "./publication/print-document.js";
export type * from "./publication/spool.js";
export type * from "./publication/theme.js";
export type * from "./publication/thread.js";
export type * from "./publication/typesetter.js";
export type * from "./publication/words.js";
export type * from "./publication/work.js";
export type * from "./publication/writer.js";

import type Vips from "wasm-vips";

/** libvips with LittleCMS, compiled to WebAssembly. */
export type Library = typeof Vips;

/** Emscripten's file system, which under Node is the disk itself; the library's types leave it out. */
interface Files {
  writeFile(path: string, bytes: Uint8Array): void;
  analyzePath(path: string): { readonly exists: boolean };
}

let library: Promise<Library> | undefined;

/** It warns on standard error of what it then throws. */
function quieten({ ENV }: { ENV: Record<string, string> }): void {
  ENV.VIPS_WARNING = "0";
}

/** Load the library once; takes some 0.2 s. */
export function loadVips(): Promise<Library> {
  library ??= import("wasm-vips").then(async ({ default: start }) => {
    // Without its decoders for HEIF, JPEG XL and SVG: a browser's PDF has none of them.
    const vips = await start({ dynamicLibraries: [], preRun: quieten });
    // Its cache would keep every picture that was ever converted.
    vips.Cache.max(0);
    // Each of its threads is an engine with a memory of its own, and on two cores they wait for one another.
    vips.concurrency(1);
    return vips;
  });
  return library;
}

/** Where files lie that are handed to the library: in no folder that others write to, who would find half of a file there. */
let folderOfFiles = (): string => {
  throw new Error("Say first where files may lie that are handed to the colour library");
};

/** Say in which folder of the disk files may lie that are handed to the library: one that is nobody else's, and is removed in the end. */
export function keepFilesIn(folder: () => string): void {
  folderOfFiles = folder;
}

/**
 * Hand bytes to the library, which takes profiles from files alone, under a name made of their content; returns their path.
 * Written once: to write a file anew empties it first, and another may be reading it.
 */
export function lend(vips: Library, name: string, bytes: Uint8Array): string {
  const { FS } = vips as unknown as { FS: Files };
  const path = `${folderOfFiles()}/${name}`;
  if (!FS.analyzePath(path).exists) FS.writeFile(path, bytes);
  return path;
}

/** Keeps an image until its scope ends, and gives its memory back then. */
export type Scope = <T extends { delete(): void }>(image: T) => T;

/** Work with images, and give their memory back at the end: WebAssembly has no collector. */
export function scoped<T>(work: (keep: Scope) => T): T {
  const kept: { delete(): void }[] = [];
  try {
    return work((image) => {
      kept.push(image);
      return image;
    });
  } finally {
    for (const image of kept) image.delete();
  }
}

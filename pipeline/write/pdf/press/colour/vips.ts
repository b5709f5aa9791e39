import type Vips from "wasm-vips";

/** libvips with LittleCMS, compiled to WebAssembly. */
export type Library = typeof Vips;

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

/** How files come to lie on the disk that are handed to the library, whose file system is the disk itself. */
type KeepFile = (name: string, bytes: Uint8Array) => string;

let keep: KeepFile = () => {
  throw new Error("Say first where files may lie that are handed to the colour library");
};

/** Say how files are kept that are handed to the library: in a folder that is nobody else's, and is removed in the end. */
export function keepFilesBy(keepFile: KeepFile): void {
  keep = keepFile;
}

/** Hand bytes to the library, which takes profiles from files alone, under a name made of their content; returns their path. */
export function lend(name: string, bytes: Uint8Array): string {
  return keep(name, bytes);
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

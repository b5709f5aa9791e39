import { basename } from "node:path";
import { isPassedOver } from "../load-images.js";

/** A watch over folders. */
export interface Watch {
  /** Watch a further folder, with all below it; one that is watched already is no other. */
  add(folder: string): void;
  close(): Promise<void>;
}

/** Watch folders: tell the paths that changed, once, some milliseconds after the last of a burst. What no publication reads is passed over. */
export async function watchFolders(
  folders: readonly string[],
  changed: (paths: ReadonlySet<string>) => void,
): Promise<Watch> {
  const { watch } = await import("chokidar");
  const roots = new Set(folders);
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch([...folders], {
    ignoreInitial: true,
    // An editor that saves by renaming takes the file away for a moment.
    atomic: 40,
    ignored: (path) => !roots.has(path) && isPassedOver(basename(path)),
  });
  let paths = new Set<string>();
  watcher.on("all", (_, path) => {
    paths.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const told = paths;
      paths = new Set();
      changed(told);
    }, 30);
  });
  // A folder that may not be read is the loader's business to tell.
  watcher.on("error", () => {});
  await new Promise<void>((resolve) => watcher.once("ready", () => resolve()));
  return {
    add(folder) {
      if (roots.has(folder)) return;
      roots.add(folder);
      watcher.add(folder);
    },
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}

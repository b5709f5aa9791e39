/** The room that a browser finds in the temporary folder for its files: what it shares among its processes lies there. */
import { statfsSync } from "node:fs";
import type { VFileMessage } from "vfile-message";
import { problem } from "../../problem.js";
import { helpOfRoom, NoRoom } from "../no-room.js";
import { errorCode } from "../read-file.js";
import { makeTemporaryFolder } from "../temporary-folder.js";

/** Bytes below which Chromium complains of too little room for what its processes share (`discardable_shared_memory_manager.cc`). */
const wanted = 64 * 2 ** 20;

/** Count the bytes that a folder has free; undefined where the system does not say. */
export function freeIn(folder: string): number | undefined {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch (error) {
    errorCode(error);
    return undefined;
  }
}

/** The least room that a browser has had. */
export interface Gauge {
  /** Look once more. */
  look(): void;
  /** Say that there was too little, where there was: `browser-room`. */
  tooLittle(): VFileMessage | undefined;
}

/** Make a gauge for the temporary folder: what a browser wrote there is gone when it has ended, and so is what it had too little for. */
export function gaugeOf(folder: string): Gauge {
  let least: number | undefined;
  const look = () => {
    const free = freeIn(folder);
    if (free !== undefined) least = Math.min(free, least ?? free);
  };
  look();
  return {
    look,
    tooLittle() {
      look();
      return tooLittle(folder, least);
    },
  };
}

/** Say that a folder has too few bytes free for a browser, and what helps; undefined where it has enough, or where nobody knows. */
export function tooLittle(
  folder: string,
  free: number | undefined,
  lastWords = "",
): VFileMessage | undefined {
  if (free === undefined || free >= wanted) return undefined;
  const reason = `The temporary folder ${folder} had ${megabytes(free)} MB free, and the browser wants ${megabytes(wanted)} MB`;
  return problem(
    "browser-room",
    [`${reason} for its files`, helpOfRoom, lastWords].filter(Boolean).join("\n"),
    {},
  );
}

/** Make a folder for a browser's profile. Throws `browser-room` where the temporary folder takes none. */
export function makeProfile(temporary: string): string {
  try {
    return makeTemporaryFolder("browser", temporary);
  } catch (error) {
    if (!(error instanceof NoRoom)) throw error;
    const reason = `The browser's files find no room in the temporary folder ${temporary}: ${error.why}`;
    throw problem("browser-room", `${reason}\n${helpOfRoom}`, {});
  }
}

function megabytes(bytes: number): number {
  return Math.floor(bytes / 2 ** 20);
}

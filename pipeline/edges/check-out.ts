import { constants } from "node:fs";
import { access, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { VFileMessage } from "vfile-message";
import { problem } from "../problem.js";
import { isInside } from "./inside.js";
import { isPassedOver } from "./load-images.js";
import { errorCode } from "./read-file.js";

/** Check, before any work is done, that artifacts can go to a folder: it may be missing, and is no part of the manuscript. */
export async function checkOut(out: string, folder: string): Promise<readonly VFileMessage[]> {
  const target = await realPathOf(resolve(out));
  const manuscript = await realPathOf(resolve(folder));
  const inner = relative(manuscript, target).split(sep);
  if (isInside(manuscript, target) && !inner.some(isPassedOver)) {
    return refuse(
      "Unexpected output folder inside the manuscript, expected one beside it, such as dist",
      out,
    );
  }
  const nearest = await nearestThatExists(target);
  if (!(await stat(nearest)).isDirectory())
    return refuse(`Unexpected file ${nearest}, expected a folder`, out);
  try {
    await access(nearest, constants.W_OK);
    return [];
  } catch (error) {
    errorCode(error);
    return refuse(`Unexpected output folder: writing to ${nearest} is not permitted`, out);
  }
}

function refuse(reason: string, file: string): readonly VFileMessage[] {
  return [problem("out-invalid", reason, { file })];
}

async function nearestThatExists(path: string): Promise<string> {
  const facts = await stat(path).catch(() => undefined);
  return facts || path === dirname(path) ? path : nearestThatExists(dirname(path));
}

/** Resolve the links of a path whose end need not exist. */
async function realPathOf(path: string): Promise<string> {
  const real = await realpath(path).catch(() => undefined);
  return real ?? (path === dirname(path) ? path : join(await realPathOf(dirname(path)), basename(path)));
}

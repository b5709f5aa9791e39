import { randomBytes } from "node:crypto";
import { readlinkSync } from "node:fs";
import { constants, copyFile, link, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { setTimeout } from "node:timers/promises";
import { errorCode } from "./read-file.js";

/** Milliseconds for which a lock is waited for, and after which one whose holder cannot be asked is taken for a dead one's. */
const patience = 30_000;

/**
 * Do work while no other process does work under the same lock, a file. A lock whose holder was killed is no lock. Rejects as the
 * system does, with `EBUSY` where the lock does not come free.
 */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const holder = `${nameOfProcess()} ${randomBytes(8).toString("hex")}`;
  const end = Date.now() + patience;
  while (!(await take(path, holder))) {
    if (Date.now() > end) throw Object.assign(new Error(`Another build holds ${path}`), { code: "EBUSY" });
    await breakDead(path);
    await setTimeout(10);
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

/** Name this process among those of all machines that may share a folder: `host-4026531836-4711`. */
export function nameOfProcess(): string {
  const parts = [hostname().replace(/[^\w.]/g, "_"), numbering(), String(process.pid)];
  return parts.filter((part) => part !== "").join("-");
}

/** Name what gave this process its number (pid_namespaces(7)): containers may share a host's name and a folder, and count for themselves. Empty where the system has one count. */
function numbering(): string {
  try {
    return readlinkSync("/proc/self/ns/pid").replace(/\D/g, "");
  } catch (error) {
    errorCode(error);
    return "";
  }
}

/** Say whether a process, by its name, has ended; of another machine's nobody knows. */
export function hasEnded(name: string): boolean {
  const [, host, pid] = /^(.+)-(\d+)$/.exec(name) ?? [];
  if (host === undefined || `${host}-${process.pid}` !== nameOfProcess()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return errorCode(error) === "ESRCH";
  }
}

/** The lock appears with its holder's name in it, so that nobody finds it nameless. */
async function take(path: string, holder: string): Promise<boolean> {
  const own = `${path}-${holder.replace(" ", "-")}`;
  try {
    // Where the disk is full, a file is made, and nothing goes into it.
    await writeFile(own, holder);
    return await appears(own, path);
  } finally {
    await rm(own, { force: true });
  }
}

/** Give a file a second name, where that is free. Sticks and shared folders may know none, and say so in codes of all kinds: there it is copied. */
async function appears(own: string, path: string): Promise<boolean> {
  try {
    await link(own, path).catch((error: unknown) => {
      if (errorCode(error) === "EEXIST") throw error;
      return copyFile(own, path, constants.COPYFILE_EXCL);
    });
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  }
}

/** Remove a dead one's lock; where another process was faster and holds it now, give it back. */
async function breakDead(path: string): Promise<void> {
  const holder = await readFile(path, "utf8").catch(none);
  const facts = await stat(path).catch(none);
  if (holder === undefined || !facts) return;
  const isDead = hasEnded(holder.split(" ")[0] ?? "") || Date.now() - facts.mtimeMs > patience;
  if (!isDead) return;
  const aside = `${path}-${randomBytes(8).toString("hex")}`;
  await rename(path, aside).catch(none);
  if ((await readFile(aside, "utf8").catch(none)) !== holder) await appears(aside, path).catch(none);
  await rm(aside, { force: true });
}

function none(error: unknown): undefined {
  errorCode(error);
}

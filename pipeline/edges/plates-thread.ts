/** The thread that makes plates, and reads them beside the main one: what it is handed comes as data, and so does what it tells. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { type PlatesTask, plateDocument } from "../write/pdf/preflight/inks/plate-document.js";
import { keepFilesBy } from "../write/pdf/press/colour/vips.js";
import { keepFileIn } from "./scratch-folder.js";
import type { Handed } from "./start-thread.js";

const { task, folder } = workerData as Handed<PlatesTask>;

// What is written into the folder of the main thread might be read there when it is half there.
const own = join(folder, "plates");
mkdirSync(own, { recursive: true });
keepFilesBy((name, bytes) => keepFileIn(own, name, bytes));
await plateDocument(task, (told) => parentPort?.postMessage(told));

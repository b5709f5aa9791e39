/** The thread that reads plates beside the main one: what it is handed comes as data, and so does what it tells. */
import { parentPort, workerData } from "node:worker_threads";
import { type PlateTask, takePages } from "../write/pdf/preflight/inks/take-pages.js";

await takePages(workerData as PlateTask, (told) => parentPort?.postMessage(told));

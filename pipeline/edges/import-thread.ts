/** The thread that an original is brought in on: what it is handed comes as data, and so does what it made. */
import { parentPort, workerData } from "node:worker_threads";
import { bringIn } from "../import/bring-in.js";
import { importers } from "../import/index.js";
import type { ImportTask, PlainRemark, ThreadResult } from "./bring-in-apart.js";
import { loadSpelling } from "./spelling.js";

const { original, format, language } = workerData as ImportTask;
const importer = importers[format];
if (!importer) throw new Error(`There is no importer ${format}`);
const { files, remarks, words } = await bringIn(original, importer, {
  spelling: loadSpelling,
  ...(language !== undefined && { language }),
});
const plain = remarks.map(({ message, from }): PlainRemark => {
  const { ruleId, reason, file, line, column } = message;
  return { ruleId: String(ruleId), reason, at: { file, line, column }, from };
});
parentPort?.postMessage({ files, remarks: plain, words } satisfies ThreadResult);

import type { PDFDocument } from "@cantoo/pdf-lib";
import { noPause, type Pause } from "../paced.js";
import { readFacts } from "./facts.js";
import type { Breach } from "./rule.js";
import { rules } from "./rules/index.js";

/** A breach with the rule that it breaks. */
export interface Finding extends Breach {
  readonly id: string;
  readonly asks: string;
}

/** Check a PDF against all rules of PDF/UA-1 that are here. */
export async function checkUa(pdf: PDFDocument, pause: Pause = noPause): Promise<readonly Finding[]> {
  const facts = await readFacts(pdf, pause);
  await pause();
  return rules.flatMap(({ id, asks, find }) => [...find(facts)].map((breach) => ({ id, asks, ...breach })));
}

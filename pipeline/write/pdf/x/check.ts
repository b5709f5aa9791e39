import type { PDFDocument } from "@cantoo/pdf-lib";
import { readXFacts } from "./facts.js";
import type { Breach, Standard } from "./rule.js";
import { rules } from "./rules/index.js";

/** A breach with the rule that it breaks. */
export interface Finding extends Breach {
  readonly id: string;
  readonly asks: string;
}

/** Check a PDF against the rules of a standard. Takes some milliseconds a page. */
export function checkX(pdf: PDFDocument, standard: Standard): readonly Finding[] {
  const facts = readXFacts(pdf);
  return rules
    .filter(({ only }) => only === undefined || only === standard)
    .flatMap(({ id, asks, find }) => [...find(facts, standard)].map((breach) => ({ id, asks, ...breach })));
}

import { dateInconsistent } from "./date-inconsistent.js";
import { figureUnmentioned, tableUnmentioned } from "./exhibit-unmentioned.js";
import { nameInconsistent } from "./name-inconsistent.js";
import { quoteStraight } from "./quote-straight.js";
import type { PublicationRule } from "./rule.js";

/** Rules that look at the whole publication; they report and never change. */
export const publicationRules: readonly PublicationRule[] = [
  dateInconsistent,
  figureUnmentioned,
  nameInconsistent,
  quoteStraight,
  tableUnmentioned,
];

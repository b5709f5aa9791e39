import type { Rule } from "../rule.js";
import { colourRules } from "./colour.js";
import { fileRules } from "./file.js";
import { fontRules } from "./fonts.js";
import { forbiddenRules } from "./forbidden.js";
import { metadataRules } from "./metadata.js";
import { outputIntentRules } from "./output-intent.js";
import { pageRules } from "./pages.js";

/** Every rule, in the order in which they are reported. */
export const rules: readonly Rule[] = [
  ...fileRules,
  ...metadataRules,
  ...outputIntentRules,
  ...pageRules,
  ...colourRules,
  ...fontRules,
  ...forbiddenRules,
];

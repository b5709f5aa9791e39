import type { Rule } from "../rule.js";
import { boxRules } from "./boxes.js";
import { fontRules } from "./fonts.js";
import { forbiddenRules } from "./forbidden.js";
import { imageRules } from "./images.js";
import { pageRules } from "./pages.js";

/** Every demand that a profile may make, in the order in which they are told. */
export const rules: readonly Rule[] = [
  ...boxRules,
  ...pageRules,
  ...imageRules,
  ...fontRules,
  ...forbiddenRules,
];

import type { Rule } from "../rule.js";
import { boxRules } from "./boxes.js";
import { colourRules } from "./colours.js";
import { fontRules } from "./fonts.js";
import { forbiddenRules } from "./forbidden.js";
import { imageRules } from "./images.js";
import { inkRules } from "./ink.js";
import { lineRules } from "./lines.js";
import { pageRules } from "./pages.js";
import { textRules } from "./text.js";

/** Of ink, which is measured when all else has been looked at. */
export { inkRules };

/** Every other demand that a profile may make, in the order in which they are told. */
export const rules: readonly Rule[] = [
  ...boxRules,
  ...pageRules,
  ...colourRules,
  ...imageRules,
  ...textRules,
  ...lineRules,
  ...fontRules,
  ...forbiddenRules,
];

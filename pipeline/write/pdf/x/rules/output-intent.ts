import { get, textOf } from "../../values.js";
import type { Rule } from "../rule.js";

const components = { cmyk: 4, grey: 1, rgb: 3 } as const;

/** Of the press that the file is made for. */
export const outputIntentRules: readonly Rule[] = [
  {
    id: "output-intent-count",
    asks: "There is one output intent of PDF/X.",
    *find({ intents }) {
      if (intents.length !== 1) yield { detail: `there are ${intents.length} output intents` };
    },
  },
  {
    id: "output-condition-unnamed",
    asks: "The output intent names the printing condition.",
    *find({ intents }) {
      for (const { dictionary } of intents)
        if (!textOf(get(dictionary, "OutputConditionIdentifier")))
          yield { detail: "the condition has no name" };
    },
  },
  {
    id: "output-profile-missing",
    asks: "The output intent embeds the ICC profile of the condition.",
    *find({ intents }) {
      for (const { icc } of intents) {
        if (icc === undefined) yield { detail: "no profile is embedded" };
        else if (typeof icc === "string") yield { detail: `the profile is unusable: ${icc}` };
      }
    },
  },
  {
    id: "output-profile-class",
    asks: "The profile is one of an output device, of ICC version 4 or lower.",
    *find({ intents }) {
      for (const { icc } of intents) {
        if (icc === undefined || typeof icc === "string") continue;
        if (icc.deviceClass !== "prtr") yield { detail: `the profile is of the class ${icc.deviceClass}` };
        if (Number.parseFloat(icc.version) >= 5) yield { detail: `the profile is of version ${icc.version}` };
      }
    },
  },
  {
    id: "output-profile-components",
    asks: "The stream of the profile has as many components as the profile.",
    *find({ intents }) {
      for (const { icc, components: stated } of intents) {
        if (icc === undefined || typeof icc === "string") continue;
        if (components[icc.colours] !== stated)
          yield { detail: `the profile is ${icc.colours}, its stream says ${stated ?? "nothing"}` };
      }
    },
  },
  {
    id: "output-profile-colours",
    asks: "The printing condition is one of CMYK.",
    only: "PDF/X-1a",
    *find({ intents }) {
      for (const { icc } of intents)
        if (icc !== undefined && typeof icc !== "string" && icc.colours !== "cmyk")
          yield { detail: `the profile is ${icc.colours}` };
    },
  },
];

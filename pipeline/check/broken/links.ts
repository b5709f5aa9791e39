import type { FindSlips, Slip } from "./slip.js";

const address = /(?:https?:|www\.|mailto:|#\p{L}|[\w./-]+\.(?:md|html?|pdf)\b)/u.source;

const forms: readonly { readonly pattern: RegExp; readonly what: string; readonly instead: string }[] = [
  {
    pattern: new RegExp(`(?<!\\\\)\\[(?=[^[\\]\\n]*\\p{L})[^[\\]\\n]*\\][ \\t]+\\((?=${address})`, "gu"),
    what: "space between `]` and `(`",
    instead: "none",
  },
  {
    pattern: new RegExp(`(?<![\\\\!])\\[[^[\\]\\n]+\\]\\((?=${address})`, "gu"),
    what: "address of a link that does not end, or has a space in it",
    instead: "`[words](https://…)`, and pointed brackets around spaces",
  },
  {
    pattern: new RegExp(`(?<![\\\\\\w])\\((?=[^()[\\]\\n]*\\p{L})[^()[\\]\\n]*\\)\\[(?=${address})`, "gu"),
    what: "brackets of a link the wrong way round",
    instead: "`[words](https://…)`",
  },
];

/** Find links that Markdown prints with their brackets: `[words] (https://…)`, `(words)[https://…]`. */
export const links: FindSlips = ({ text, written }) =>
  forms.flatMap(({ pattern, what, instead }) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }): Slip => {
      const shown = written.slice(index, index + found.length);
      return {
        index,
        reason: `Unexpected ${what}, \`${shown}…\`, which is printed as it is written; expected ${instead}`,
      };
    }),
  );

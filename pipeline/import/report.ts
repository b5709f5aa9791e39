import type { VFileMessage } from "vfile-message";
import type { Origin } from "./importer.js";

/** Write a place of the original: `report.txt:12:1`, or `report.docx, paragraph 12`. */
export function originText({ file, line, column, part }: Origin): string {
  const place = [file, line, column].filter((piece) => piece !== undefined).join(":");
  return part === undefined ? place : `${place}, ${part}`;
}

type Told = readonly { readonly message: VFileMessage; readonly from?: Origin }[];

/** Write the import report: what a person should look at, then what was done, each with both its places. */
export function importReport(name: string, words: number, remarks: Told): string {
  const look = remarks.filter(({ message }) => message.fatal === false);
  const done = remarks.filter(({ message }) => message.fatal === undefined);
  return [
    "# Import report",
    `What \`quoin import\` made of \`${name}\`: ${words} words. This file is no part of the publication; delete it when all is looked at.`,
    "## To look at",
    look.length > 0 ? list(look) : "Nothing.",
    "## Done",
    done.length > 0 ? list(done) : "Nothing but writing the files.",
    "",
  ]
    .join("\n\n")
    .trimEnd()
    .concat("\n");
}

function list(remarks: Told): string {
  return remarks.map((remark) => `- ${lineOf(remark)}`).join("\n");
}

function lineOf({ message, from }: Told[number]): string {
  const { file, line, column, reason, ruleId } = message;
  const to = [file, line, column].filter((piece) => piece !== undefined).join(":");
  const way = [from ? originText(from) : "", to]
    .filter((place) => place !== "")
    .map((place) => `\`${place}\``);
  const head = way.length > 0 ? `${way.join(" → ")} ` : "";
  return `${head}${reason} (${ruleId})`;
}

import { greekLetter, plainSign } from "./signs.js";

/** Gather the words of a part as simply as can be, with no idea of what they are for: the account counts the manuscript against them. */
export function wordGatherer() {
  const kept: string[] = [];
  // Apart, or half a word that was deleted would run together with what replaced it.
  const deleted: string[] = [];
  // The same twice, for programs that know a newer drawing and for those that do not: mammoth reads the older one.
  const choices: number[] = [];
  let [inText, inDeleted] = [0, 0];
  const put = (text: string) => (inDeleted > 0 ? deleted : kept).push(text);
  return {
    open(name: string, attributes: Readonly<Record<string, string>>) {
      if (isText(name)) inText++;
      else if (isDeletion(name)) inDeleted++;
      else if (name === "w:tab" || name === "w:br" || name === "w:cr") put(" ");
      else if (name === "w:sym") put(greekLetter(attributes) ?? plainSign(attributes) ?? "");
      else if (name === "w:noBreakHyphen") put("\u2011");
      else if (name === "w:softHyphen") put("\u00ad");
      else if (/^w:(?:foot|end)noteReference$/.test(name)) put(" ");
      else if (name === "wp:docPr") put(` ${attributes.descr?.trim() || (attributes.title ?? "")} `);
      else if (name === "v:imagedata") put(` ${attributes["o:title"] ?? ""} `);
      else if (name === "mc:AlternateContent") choices.push(kept.length);
      else if (name === "mc:Fallback") kept.length = choices.at(-1) ?? kept.length;
    },
    text(data: string) {
      if (inText > 0) put(data);
    },
    close(name: string) {
      if (isText(name)) inText--;
      else if (isDeletion(name)) {
        deleted.push("\n");
        inDeleted--;
      } else if (name === "w:p") put("\n");
      else if (name === "mc:AlternateContent") choices.pop();
    },
    all: () => `${kept.join("")}\n${deleted.join("")}`,
  };
}

function isText(name: string): boolean {
  return name === "w:t" || name === "w:delText" || name === "m:t";
}

function isDeletion(name: string): boolean {
  return name === "w:del" || name === "w:moveFrom";
}

interface Run {
  readonly from: number;
  readonly edits: number;
  readonly pieces: string[];
  isHidden: boolean;
  isField: boolean;
}

/**
 * Listen to a part's elements and find the runs that Word neither shows nor prints (ECMA-376, part 1, 17.3.2.41: vanish). Those of fields
 * stay: without them the field would never end.
 */
export function hiddenRuns() {
  const open: Run[] = [];
  const parents: string[] = [];
  const texts = new Map<number, string>();
  let inText = false;
  return {
    open(name: string, attributes: Readonly<Record<string, string>>, from: number, edits: number) {
      const run = open.at(-1);
      if (name === "w:r") open.push({ from, edits, pieces: [], isHidden: false, isField: false });
      else if (name === "w:t") inText = true;
      else if (run && (name === "w:fldChar" || name === "w:instrText")) run.isField = true;
      else if (run && name === "w:vanish" && parents.at(-1) === "w:rPr" && parents.at(-2) === "w:r")
        run.isHidden = !/^(?:0|false|off)$/.test(attributes["w:val"] ?? "");
      parents.push(name);
    },
    text(data: string) {
      if (inText) open.at(-1)?.pieces.push(data);
    },
    /** Say where a run began that is to go, and how many edits were made before it. */
    close(name: string, paragraph: number): { readonly from: number; readonly edits: number } | undefined {
      parents.pop();
      if (name === "w:t") inText = false;
      if (name !== "w:r") return undefined;
      const run = open.pop();
      if (!run?.isHidden || run.isField) return undefined;
      const text = run.pieces.join("");
      if (text !== "") texts.set(paragraph, `${texts.get(paragraph) ?? ""}${text}`);
      return run;
    },
    all: (): ReadonlyMap<number, string> => texts,
  };
}

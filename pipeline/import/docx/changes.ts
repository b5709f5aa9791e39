/** A tracked change that had text in it. */
export interface Change {
  readonly kind: "inserted" | "deleted" | "moved away" | "moved here";
  readonly author: string;
  readonly text: string;
  readonly paragraph: number;
}

const kinds: Readonly<Record<string, Change["kind"]>> = {
  "w:ins": "inserted",
  "w:del": "deleted",
  "w:moveFrom": "moved away",
  "w:moveTo": "moved here",
};

/** Listen to a part's elements and note its tracked changes; those of marks and formats have no text and are passed over. */
export function changeLog() {
  const done: Change[] = [];
  const open: { kind: Change["kind"]; author: string; paragraph: number; pieces: string[] }[] = [];
  let inText = false;
  return {
    open(name: string, attributes: Readonly<Record<string, string>>, paragraph: number) {
      const kind = kinds[name];
      if (kind) open.push({ kind, author: attributes["w:author"] ?? "", paragraph, pieces: [] });
      else if (name === "w:t" || name === "w:delText") inText = true;
      else if (name === "w:tab" || name === "w:br") open.at(-1)?.pieces.push(" ");
    },
    text(data: string) {
      // What is inserted and deleted again is in both, and counts as deleted.
      if (inText) open.at(-1)?.pieces.push(data);
    },
    close(name: string) {
      if (name === "w:t" || name === "w:delText") inText = false;
      if (!kinds[name]) return;
      const change = open.pop();
      const text = change?.pieces.join("") ?? "";
      if (change && text !== "") done.push({ ...change, text });
    },
    all: (): readonly Change[] =>
      done.map(({ kind, author, paragraph, text }) => ({ kind, author, paragraph, text })),
  };
}

/** Lines between empty lines, joined. */
export interface Block {
  readonly text: string;
  /** In the original, from 1. */
  readonly line: number;
}

/** Cut a text into blocks at its empty lines. */
export function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let open: string[] = [];
  const lines = [...text.split("\n"), ""];
  for (const [i, line] of lines.entries()) {
    if (line.trim() !== "") open.push(line.trim());
    else if (open.length > 0) {
      blocks.push({ text: open.join(" "), line: i + 1 - open.length });
      open = [];
    }
  }
  return blocks;
}

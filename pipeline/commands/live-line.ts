import type { Terminal } from "./command.js";

/** A line on a terminal that is drawn again and again, and leaves nothing behind. */
export interface LiveLine {
  draw(text: string): void;
  clear(): void;
}

/** Make a line at the cursor, never so long that it would go on below. */
export function liveLine({ stderr, columns }: Pick<Terminal, "stderr" | "columns">): LiveLine {
  let drawn = "";
  const clear = () => {
    if (drawn !== "") stderr("\r\u001b[K");
    drawn = "";
  };
  return {
    clear,
    draw(text) {
      const fitting = text.slice(0, (columns ?? 80) - 1);
      if (fitting === drawn) return;
      clear();
      stderr(fitting);
      drawn = fitting;
    },
  };
}

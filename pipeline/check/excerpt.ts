/** Shorten words to name them in a message: their beginning, on one line, in at most 40 characters. */
export function excerpt(words: string): string {
  const line = onOneLine(words);
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

/** Shorten words whose end matters as much as their beginning, as `excerpt` does. */
export function bothEnds(words: string): string {
  const line = onOneLine(words);
  return line.length > 40 ? `${line.slice(0, 28)}…${line.slice(-10)}` : line;
}

function onOneLine(words: string): string {
  return words.trim().replace(/\s+/g, " ");
}

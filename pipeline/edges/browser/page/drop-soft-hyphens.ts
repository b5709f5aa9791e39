/** Delete every soft hyphen at which no line ends, so that the text of the PDF is clean. Runs in the page. */
export function dropSoftHyphens(): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const cleaned: [node: Text, text: string][] = [];
  const isUsed = (node: Text, at: number) => {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    // A soft hyphen takes room only where it shows.
    return range.getBoundingClientRect().width > 0.5;
  };
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const pieces = node.data.split("\u00AD");
    if (pieces.length === 1) continue;
    let text = pieces[0] ?? "";
    let at = text.length;
    for (const piece of pieces.slice(1)) {
      text += (isUsed(node, at) ? "\u00AD" : "") + piece;
      at += 1 + piece.length;
    }
    cleaned.push([node, text]);
  }
  // All reading before all writing: each change of text would make the next measurement lay out the page again.
  for (const [node, text] of cleaned) node.data = text;
}

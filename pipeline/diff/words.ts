import type { Alignment } from "./align.js";
import type { Word } from "./edition.js";

/** A stretch of running text: in both editions, in the old one alone, in the new one alone. */
export interface Piece {
  readonly kind: "same" | "old" | "new";
  readonly text: string;
}

/** Words that changed, with the words around them. */
export interface WordChange {
  readonly kind: "changed" | "added" | "removed" | "moved";
  /** The heading that they stand below. */
  readonly section: string;
  /** As printed; empty where the words are in one edition alone, or no page is known. */
  readonly oldPage: string;
  readonly newPage: string;
  readonly pieces: readonly Piece[];
  /** Words that are in the old edition alone, and in the new one alone. */
  readonly removed: number;
  readonly added: number;
}

/** Words of context on each side. */
const around = 9;
/** A passage of so many words that is gone here and new there has moved. */
const movable = 8;

type Step = readonly [kind: Piece["kind"], word: Word, counterpart?: Word];

/** List the words that changed, near ones together, in the order of the new edition. */
export function compareWords(
  before: readonly Word[],
  after: readonly Word[],
  alignment: Alignment,
): readonly WordChange[] {
  const steps = stepsOf(before, after, alignment);
  const groups: { from: number; to: number }[] = [];
  steps.forEach(([kind, word], at) => {
    if (kind === "same") return;
    const last = groups.at(-1);
    if (last && isNear(steps, last.to, at, word)) last.to = at;
    else groups.push({ from: at, to: at });
  });
  return joinMoved(groups.map(({ from, to }) => changeOf(steps, from, to)));
}

/** Say whether a change belongs to the one before it: it follows at once, or stands near it in the same paragraph. */
function isNear(steps: readonly Step[], last: number, at: number, word: Word): boolean {
  if (at - last === 1) return true;
  const [first, end] = [steps[last + 1], steps[at - 1]];
  if (at - last > around || !first || !end || first[1].block !== end[1].block) return false;
  const isOne = isSameParagraph(steps[last], first) && isSameParagraph(steps[at], end);
  return isOne && steps[last]?.[1].section === word.section;
}

/** Bring both texts into one sequence. */
function stepsOf(
  before: readonly Word[],
  after: readonly Word[],
  { toNew, toOld }: Alignment,
): readonly Step[] {
  const steps: Step[] = [];
  let i = 0;
  const old = (until: number) => {
    for (; i < until; i++) {
      const word = before[i];
      if (word && (toNew[i] ?? -1) < 0) steps.push(["old", word]);
    }
  };
  after.forEach((word, j) => {
    const counterpart = toOld[j] ?? -1;
    if (counterpart < 0) {
      // What stands in a place is named before what stands there now.
      let end = i;
      while (end < before.length && (toNew[end] ?? -1) < 0) end++;
      old(end);
      steps.push(["new", word]);
    } else {
      old(counterpart);
      i = counterpart + 1;
      const was = before[counterpart];
      steps.push(was ? ["same", word, was] : ["same", word]);
    }
  });
  old(before.length);
  return steps;
}

function changeOf(steps: readonly Step[], from: number, to: number): WordChange {
  const within = steps.slice(from, to + 1);
  const first = steps[from]?.[1];
  const count = (kind: Piece["kind"]) => within.filter(([each]) => each === kind).length;
  const [removed, added] = [count("old"), count("new")];
  const pageOf = (side: "old" | "new") => {
    const step = within.find(([kind]) => kind === side) ?? within.find(([kind]) => kind === "same");
    if (!step) return "";
    const [kind, word, counterpart] = step;
    return (kind === "same" && side === "old" ? counterpart : word)?.page ?? "";
  };
  return {
    kind: removed === 0 ? "added" : added === 0 ? "removed" : "changed",
    section: first?.section ?? "",
    oldPage: pageOf("old"),
    newPage: pageOf("new"),
    pieces: piecesOf([...context(steps, from, -1), ...within, ...context(steps, to, 1)]),
    removed,
    added,
  };
}

/** The unchanged words before or behind a change, no further than their paragraph. */
function context(steps: readonly Step[], at: number, way: 1 | -1): readonly Step[] {
  const found: Step[] = [];
  for (let k = at + way; found.length < around; k += way) {
    const step = steps[k];
    if (step?.[0] !== "same" || step[1].block !== (found[0] ?? step)[1].block) break;
    if (found.length === 0 && !isSameParagraph(steps[at], step)) break;
    found.push(step);
  }
  return way === 1 ? found : found.reverse();
}

/** Words of the old edition alone count their paragraphs otherwise: of them the counterpart is asked. */
function isSameParagraph(changed: Step | undefined, [, now, was]: Step): boolean {
  return changed?.[1].block === (changed?.[0] === "old" ? was : now)?.block;
}

/** Join words to pieces; in a changed place all old words come before the new ones. */
function piecesOf(steps: readonly Step[]): readonly Piece[] {
  const pieces: { kind: Piece["kind"]; text: string }[] = [];
  let held: { kind: "new"; text: string } | undefined;
  const push = (kind: Piece["kind"], text: string) => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += ` ${text}`;
    else pieces.push({ kind, text });
  };
  for (const [kind, { text }] of steps) {
    if (kind === "new") held = { kind, text: held ? `${held.text} ${text}` : text };
    else {
      if (kind === "same" && held) {
        push("new", held.text);
        held = undefined;
      }
      push(kind, text);
    }
  }
  if (held) push("new", held.text);
  return pieces;
}

/** Tell a passage that only changed its place from one that is gone and another that is new. */
function joinMoved(changes: readonly WordChange[]): readonly WordChange[] {
  const textOf = ({ pieces }: WordChange) =>
    pieces
      .filter(({ kind }) => kind !== "same")
      .map(({ text }) => text)
      .join(" ");
  const gone = new Map<string, WordChange>();
  for (const change of changes)
    if (change.kind === "removed" && change.removed >= movable) gone.set(textOf(change), change);
  const joined = new Set<WordChange>();
  const moved = changes.map((change): WordChange => {
    const from = change.kind === "added" ? gone.get(textOf(change)) : undefined;
    if (!from || joined.has(from)) return change;
    joined.add(from);
    return { ...change, kind: "moved", oldPage: from.oldPage, removed: 0, added: 0 };
  });
  return moved.filter((change) => !joined.has(change));
}

import type { Finding } from "../importer.js";
import { type Call, type CallForm, findCalls } from "./calls.js";
import { type Draft, finding, type Item, type Note, quoted } from "./draft.js";
import { callMark } from "./marks.js";

/** A call in the text of an item. */
interface Found extends Call {
  readonly item: number;
}

/** A call with the note that it calls, both by index. */
interface Pair {
  readonly call: number;
  readonly note: number;
}

/** How far apart calls and notes may get before they are no longer compared: parts that an extract lost. */
const farthest = 40;

/** Give every note its call: both go in one order, whether numbers run on, begin again, or are signs. */
export function attachCalls(draft: Draft): Draft {
  const findings: Finding[] = [];
  const numeric = attach(draft, (note) => /^\d+$/.test(note.number), ["superscript", "bracket", "plain"]);
  const signs = attach(draft, (note) => !/^\d+$/.test(note.number), ["symbol"]);
  const marks = new Map<number, { call: Found; note: number }[]>();
  const called = new Set<number>();
  for (const pair of [...numeric.pairs, ...signs.pairs]) {
    called.add(pair.note);
    const there = marks.get(pair.call.item);
    if (there) there.push(pair);
    else marks.set(pair.call.item, [pair]);
  }
  const items = draft.items.map((item, i) => ({ ...item, text: withMarks(item.text, marks.get(i) ?? []) }));
  for (const call of [...numeric.alone, ...signs.alone]) {
    const item = draft.items[call.item];
    const around =
      item?.text.slice(Math.max(0, call.index - 40), call.index + call.length).replace(/^\S*\s/, "") ?? "";
    const reason = `No note of this number: ${quoted(around)}; left in the text as it is`;
    findings.push(finding(draft, "import-call-unattached", item?.lines[0], reason));
  }
  for (const [i, note] of draft.notes.entries()) {
    if (called.has(i)) continue;
    const reason = `Nothing in the text calls note ${note.number}, which was put at the end: ${quoted(note.text)}`;
    findings.push(finding(draft, "import-note-unattached", note.lines[0], reason));
  }
  return { ...draft, items, findings: [...draft.findings, ...findings] };
}

interface Attached {
  readonly pairs: readonly { readonly call: Found; readonly note: number }[];
  /** Calls that look sure and have no note. */
  readonly alone: readonly Found[];
}

/** Align notes with the calls of that form of which most have a note. */
function attach(draft: Draft, wanted: (note: Note) => boolean, forms: readonly CallForm[]): Attached {
  const notes = draft.notes.map((note, i) => ({ note, i })).filter(({ note }) => wanted(note));
  if (notes.length === 0)
    return { pairs: [], alone: forms.includes("superscript") ? callsOf(draft.items, "superscript") : [] };
  const tries = forms.map((form) => {
    const calls = callsOf(draft.items, form);
    const pairs = align(
      calls,
      notes.map(({ note }) => note.number),
    );
    return { form, calls, pairs };
  });
  const best = tries.reduce((a, b) => (b.pairs.length > a.pairs.length ? b : a));
  const paired = new Set(best.pairs.map(({ call }) => call));
  return {
    pairs: best.pairs.flatMap(({ call, note }) => {
      const [found, target] = [best.calls[call], notes[note]];
      return found && target ? [{ call: found, note: target.i }] : [];
    }),
    // Plain digits and brackets without a note are numbers and omissions.
    alone: best.form === "superscript" ? best.calls.filter((_, i) => !paired.has(i)) : [],
  };
}

function callsOf(items: readonly Item[], form: CallForm): readonly Found[] {
  return items.flatMap(({ text }, item) => findCalls(text, form).map((call) => ({ ...call, item })));
}

/** Walk along calls and notes together; where they differ, go on at the nearest place where they agree again. */
export function align(calls: readonly Pick<Call, "number">[], notes: readonly string[]): readonly Pair[] {
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (j < calls.length && (i < notes.length || pairs.length > 0)) {
    const number = calls[j]?.number;
    if (i < notes.length && number === notes[i]) pairs.push({ call: j++, note: i++ });
    else if (i > 0 && number === notes[i - 1] && pairs.at(-1)?.note === i - 1)
      pairs.push({ call: j++, note: i - 1 });
    else if (i >= notes.length) break;
    else {
      const skip = nearest(
        (d) => number === notes[i + d],
        (d) => calls[j + d]?.number === notes[i],
      );
      if (skip > 0) i += skip;
      else if (skip < 0) j -= skip;
      else [i, j] = [i + 1, j + 1];
    }
  }
  return pairs;
}

/** The smallest step along the notes (positive) or along the calls (negative) that makes them agree; 0 where none does. */
function nearest(alongNotes: (d: number) => boolean, alongCalls: (d: number) => boolean): number {
  for (let d = 1; d <= farthest; d++) {
    if (alongCalls(d)) return -d;
    if (alongNotes(d)) return d;
  }
  return 0;
}

function withMarks(text: string, marks: readonly { readonly call: Call; readonly note: number }[]): string {
  let out = "";
  let end = 0;
  for (const { call, note } of marks.toSorted((a, b) => a.call.index - b.call.index)) {
    out += text.slice(end, call.index) + callMark(note);
    end = call.index + call.length;
  }
  return out + text.slice(end);
}

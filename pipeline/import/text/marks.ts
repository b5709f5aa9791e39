/** Signs that stand in a text for what is no text. No original has them: decoding takes these characters out. */

/** Where words may be missing. */
export const gapMark = "\ufdd0";

/** For the call of a note, by the note's index; signs of punctuation at its edges let emphasis end before it. */
export const callMark = (note: number) => `\u2e0e\ufdd1${note}\ufdd2\u2e0e`;

/** For an address that is set aside, by its index. */
export const addressMark = (address: number) => `\u2e0e\ufdd3${address}\ufdd4\u2e0e`;

/** Any mark. */
export const anyMark = /\ufdd0|\u2e0e\ufdd1(?<call>\d+)\ufdd2\u2e0e|\u2e0e\ufdd3(?<address>\d+)\ufdd4\u2e0e/g;

/** Calls at the end of a text. */
export const callsAtEnd = /(?:\u2e0e\ufdd1\d+\ufdd2\u2e0e)+$/;

/** List the notes that a text calls, by index, in order. */
export function calledIn(text: string): readonly number[] {
  return [...text.matchAll(anyMark)].flatMap(({ groups }) =>
    groups?.call === undefined ? [] : [Number(groups.call)],
  );
}

/** Take all marks out: for messages, and for publication.yaml, where no markup can be. */
export function withoutMarks(text: string): string {
  return text.replace(anyMark, "");
}

/** A band of a picture from edge to edge; its ends are shares of the height, from the top. */
export interface Rows {
  readonly from: number;
  readonly to: number;
}

/** Find the rows in which two pictures differ, given their pixels and the width of both; undefined where nothing does. */
export function changedRows(before: Uint32Array, after: Uint32Array, width: number): Rows | undefined {
  // Loops, since a callback for each of some million pixels would be felt.
  let first = 0;
  while (first < after.length && after[first] === before[first]) first++;
  if (first === after.length) return undefined;
  let last = after.length - 1;
  while (after[last] === before[last]) last--;
  const height = after.length / width;
  return { from: Math.floor(first / width) / height, to: (Math.floor(last / width) + 1) / height };
}

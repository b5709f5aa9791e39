/** A band of a picture from edge to edge; its ends are shares of the height, from the top. */
export interface Rows {
  readonly from: number;
  readonly to: number;
}

/** Find the rows in which two pictures differ, given their pixels and the width of both; undefined where nothing does. */
export function changedRows(before: Uint32Array, after: Uint32Array, width: number): Rows | undefined {
  const first = after.findIndex((pixel, i) => pixel !== before[i]);
  if (first < 0) return undefined;
  const last = after.findLastIndex((pixel, i) => pixel !== before[i]);
  const height = after.length / width;
  return { from: Math.floor(first / width) / height, to: (Math.floor(last / width) + 1) / height };
}

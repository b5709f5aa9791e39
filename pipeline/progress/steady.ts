/**
 * Choose when a build is said to end: as it was said before, while the estimate is about the same, so that what is shown counts
 * down and does not jump. All are milliseconds, `end` and `now` of one clock.
 */
export function steady(end: number | undefined, left: number | undefined, now: number): number | undefined {
  if (left === undefined) return undefined;
  const newer = now + left;
  if (end === undefined) return newer;
  // Sooner is welcome; later only where it is much.
  const same = newer < end ? Math.max(2000, left / 6) : Math.max(3000, left / 4);
  return Math.abs(newer - end) <= same ? end : newer;
}

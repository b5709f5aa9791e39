/** How long a build was said to take still, and when. */
export interface Said {
  readonly left: number;
  readonly at: number;
}

/** Milliseconds in which half of what it is too long is taken off: a moment later it may look otherwise. */
const haste = 1500;

/**
 * Choose how long a build is said to take still, as long as `left` is what it seems to: what was said counts down, sooner where it is too
 * long, and waits where it is too short. It grows only where it was wrong by far. All are milliseconds.
 */
export function steady(said: Said | undefined, left: number | undefined, now: number): Said | undefined {
  if (left === undefined) return undefined;
  if (!said || left > 1.6 * said.left + 5000) return { left, at: now };
  const since = now - said.at;
  const due = Math.max(0, said.left - since);
  const next = left < due ? left + (due - left) * 0.5 ** (since / haste) : Math.min(said.left, left);
  return { left: next, at: now };
}

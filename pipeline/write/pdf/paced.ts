/** Lets others in; on an idle machine it is over at once. */
export type Pause = () => Promise<unknown>;

/** A pause that is none. */
export const noPause: Pause = async () => undefined;

/**
 * Go through items with a pause after every few: one is enough where it is a page. A browser that sets another document meanwhile waits
 * for an answer at each of its steps.
 */
export async function* paced<T>(items: Iterable<T>, pause: Pause, few = 8): AsyncGenerator<T> {
  let count = 0;
  for (const item of items) {
    yield item;
    count++;
    if (count % few === 0) await pause();
  }
}

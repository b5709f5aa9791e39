/**
 * Hand out bytes for as long as the engine has no better use for their memory, and then read them again: the photographs of a book are many times
 * its words, each is wanted a few times for a moment, and a folder may hold more that no text shows.
 */
export function heldLoosely(bytes: Uint8Array, again: () => Uint8Array): () => Uint8Array {
  let held = new WeakRef(bytes);
  return () => {
    const there = held.deref();
    if (there) return there;
    const read = again();
    held = new WeakRef(read);
    return read;
  };
}

/**
 * Hand out bytes for as long as the engine has no better use for their memory, and from then on read them again whenever they are asked for: the photographs of a book are many
 * times its words, each is wanted a few times for a moment, and a folder may hold more that no text shows.
 *
 * What is read again is not held, not even loosely: until a piece of work ends, the engine keeps all that such a reference has led to.
 */
export function heldLoosely(bytes: Uint8Array, again: () => Uint8Array): () => Uint8Array {
  const held = new WeakRef(bytes);
  return () => held.deref() ?? again();
}

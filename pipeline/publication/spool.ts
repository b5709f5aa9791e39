/** A file that was made and waits for its place, on disk or in memory: of it, no more is held than is asked for. */
export interface Spooled {
  /** In bytes. */
  readonly size: number;
  /** Read from byte `from` to before byte `to`, all where neither is given; nobody may change what is returned. */
  read(from?: number, to?: number): Uint8Array;
}

/** A file in the making. */
export interface Spool {
  /** Add bytes, which may be changed afterwards; returns what was added, to be read at once. */
  write(bytes: Uint8Array): Spooled;
  /** End the file; nothing can be added any more. */
  end(): Spooled;
}

/** Begins a file. */
export type OpenSpool = () => Spool;

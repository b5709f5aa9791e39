/** A thread beside this one. */
export interface Thread {
  /** Resolves when all is told that there is to tell. Rejects where the thread fails. */
  readonly ended: Promise<void>;
  stop(): void;
}

/** Start a thread for work that is known by its name. What it is handed and what it tells is data, and is copied. */
export type StartThread = <Task, Told>(work: "plates", task: Task, onTold: (told: Told) => void) => Thread;

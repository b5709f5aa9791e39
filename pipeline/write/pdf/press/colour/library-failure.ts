import { problem } from "../../../../problem.js";
import { tryAgain } from "./try-again.js";

/**
 * Convert colours with the library, and once more where it fails. Throws a message `profile-invalid` where it fails again: of a
 * profile that says less than it should, and of a machine without memory, the library says the same.
 */
export function converting<T>(condition: string, work: () => T): T {
  try {
    return tryAgain(work);
  } catch (error) {
    const reason = `Unusable ICC profile for ${condition}: the colour library says “${reasonOf(error)}”, as it does where memory is short`;
    throw problem("profile-invalid", reason, {});
  }
}

/** The library throws what is no `Error`, with a list for its message: its name, and its log. */
export function reasonOf(error: unknown): string {
  const message: unknown =
    typeof error === "object" && error !== null && "message" in error ? error.message : undefined;
  if (!Array.isArray(message)) throw error;
  const lines = String(message[1]).trim().split("\n");
  return lines.at(-1)?.replace(/^\w+: /, "") ?? "it cannot be read";
}

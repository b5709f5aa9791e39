import type { Way } from "../edges/browser/launch.js";
import type { Terminal } from "./command.js";

/** Say why a browser goes without its sandbox, and what helps. */
export function whyNoSandbox(user = process.getuid?.()): string {
  return user === 0
    ? "Chromium has none for root; run quoin as another user"
    : "the system does not allow it; it wants user namespaces";
}

/**
 * Make a listener for the work of browsers that says, once, that they go without their sandbox; `clear` makes room for the line.
 *
 * It is no message of the publication: a build that takes all from the cache starts no browser, and on another machine
 * the same manuscript would have other messages, or fail under `--strict`.
 */
export function noteSandbox(
  terminal: Terminal,
  clear: () => void = () => {},
): (way: Pick<Way, "sandbox">) => void {
  let isSaid = false;
  return ({ sandbox }) => {
    if (sandbox || isSaid) return;
    isSaid = true;
    clear();
    terminal.stderr(`browser  without its sandbox: ${whyNoSandbox()}\n`);
  };
}

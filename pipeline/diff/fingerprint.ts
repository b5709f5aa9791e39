import { createHash } from "node:crypto";

/** Tell contents apart: SHA-256, in hex. */
export function fingerprint(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

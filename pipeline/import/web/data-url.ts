import { Buffer } from "node:buffer";

/** Unpack a picture that stands in its own address (RFC 2397); undefined where it is none, or cannot be unpacked. */
export function bytesOfDataUrl(url: string): Uint8Array | undefined {
  const [all, base64] = /^data:image\/[\w+.-]+(?:;(?!base64,)[^;,]*)*(;base64)?,/i.exec(url) ?? [];
  if (all === undefined) return undefined;
  const data = url.slice(all.length);
  try {
    return base64
      ? Uint8Array.from(atob(data), (c) => c.charCodeAt(0))
      : Buffer.from(decodeURIComponent(data));
  } catch {
    return undefined;
  }
}

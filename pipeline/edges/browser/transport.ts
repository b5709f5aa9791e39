/** The DevTools protocol over two pipes: a browser whose pipe closes ends by itself, so that no crash of ours leaves one behind. */
import type { Readable, Writable } from "node:stream";
import type { ConnectionTransport } from "puppeteer-core";

/** Carry protocol messages, JSON texts that end in a zero byte, over the pipes of `--remote-debugging-pipe`. */
export function pipeTransport(toBrowser: Writable, fromBrowser: Readable): ConnectionTransport {
  let pieces: Buffer[] = [];
  const transport: ConnectionTransport = {
    send(message) {
      // Whoever began to listen after the end must hear of it too, or waits for an answer for minutes.
      if (fromBrowser.closed) setImmediate(() => transport.onclose?.());
      // Fonts pass here by the megabyte: one buffer is made in a tenth of the time that a stream needs for a string.
      else toBrowser.write(Buffer.from(`${message}\0`));
    },
    close: () => void toBrowser.destroy(),
  };
  fromBrowser.on("data", (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      pieces.push(chunk.subarray(start, end));
      const message = Buffer.concat(pieces).toString("utf8");
      pieces = [];
      start = end + 1;
      // A message's listeners may throw: each gets its own turn, so that the others still arrive.
      setImmediate(() => transport.onmessage?.(message));
    }
    pieces.push(chunk.subarray(start));
  });
  fromBrowser.on("close", () => transport.onclose?.());
  // A browser that dies while it is written to is reported once, as closed, not as EPIPE.
  toBrowser.on("error", () => {});
  fromBrowser.on("error", () => {});
  return transport;
}

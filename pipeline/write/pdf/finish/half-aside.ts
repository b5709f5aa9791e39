import type { Aside } from "../../../publication.js";
import { compressed, type Deflate } from "./compressed.js";

/** Deflate one half of what comes on a second thread, the other here, each time where less waits: for when there is no other work. */
export function halfAside(aside: Pick<Aside, "deflate">): Deflate {
  let ahead = 0;
  return (bytes) => {
    if (ahead > 0) {
      ahead -= bytes.length;
      return compressed(bytes);
    }
    ahead += bytes.length;
    return aside.deflate(bytes);
  };
}

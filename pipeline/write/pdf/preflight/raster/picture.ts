/** A picture of a page, small enough for a page that holds hundreds of them. */
export interface Picture {
  readonly mediaType: "image/png" | "image/jpeg";
  readonly bytes: Uint8Array;
}

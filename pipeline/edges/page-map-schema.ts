import { z } from "zod";

/** What page-map.json holds. */
export const pageMap = z.object({
  seal: z.string(),
  pages: z.array(
    z.object({
      folio: z.string(),
      start: z.object({ origin: z.string(), offset: z.number() }).exactOptional(),
    }),
  ),
});

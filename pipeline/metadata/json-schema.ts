import { z } from "zod";
import { metadataSchema } from "./schema.js";

/** Make the JSON Schema of publication.yaml, by which editors complete and check it. */
export function metadataJsonSchema(): object {
  return {
    ...z.toJSONSchema(metadataSchema, { io: "input" }),
    title: "publication.yaml",
    description: "What a publication of quoin is called, who made it, and in which order it is read.",
  };
}

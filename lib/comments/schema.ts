import { z } from "zod";
import { isStorable, oneOf, rowNumberField } from "@/lib/codelists/code-schema";
import { commentKindCodes } from "@/lib/codelists/comment-kind";

const empty = "Write something first.";

export const commentForm = z.strictObject({
  id: rowNumberField,
  kind: oneOf(commentKindCodes).default("COMMENT"),
  body: z
    .string({ error: empty })
    .trim()
    .min(1, { error: empty })
    .max(5000, { error: "Keep it under 5,000 characters." })
    .refine(isStorable, { error: "The text holds characters that can't be kept." }),
});
export type CommentInput = z.output<typeof commentForm>;

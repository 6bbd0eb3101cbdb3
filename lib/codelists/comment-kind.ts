import { type CodeOf, labelOf } from "./code-list";

/** What somebody on the staff says about a record. */
export const commentKinds = [
  { code: "COMMENT", label: "Comment" },
  { code: "DISSENT", label: "Dissent" },
] as const;

export type CommentKind = CodeOf<typeof commentKinds>;
export const commentKindCodes = commentKinds.map((entry) => entry.code) as [CommentKind, ...CommentKind[]];
export const commentKindLabel = (code: string): string => labelOf(commentKinds, code);

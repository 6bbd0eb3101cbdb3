import { requireActor } from "@/lib/auth/session";
import { scopeOf } from "@/lib/incidents/policy";
import { findStoredRecord } from "@/lib/incidents/queries";
import { isRowId } from "@/lib/kernel/row-id";
import { mayComment, mayDissent, mayReadComments } from "./policy";
import { type CommentView, countDissent, listComments } from "./queries";

export type CommentsCard = { readonly comments: readonly CommentView[]; readonly mayRead: boolean; readonly mayComment: boolean; readonly mayDissent: boolean; readonly dissent: number };

/** What the record's page shows of the talk about it. */
export async function loadComments(id: number): Promise<CommentsCard> {
  const actor = await requireActor();
  const record = isRowId(id) ? await findStoredRecord(scopeOf(actor), id) : undefined;
  if (!record) return { comments: [], mayRead: false, mayComment: false, mayDissent: false, dissent: 0 };
  const mayRead = mayReadComments(actor, record.facts);
  const [comments, dissent] = await Promise.all([mayRead ? listComments(id, record.contentVersion) : [], countDissent(id, record.contentVersion)]);
  return { comments, mayRead, mayComment: mayComment(actor, record.facts), mayDissent: mayDissent(actor, record.facts), dissent };
}

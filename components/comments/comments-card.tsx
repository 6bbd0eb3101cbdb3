import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { commentKindLabel } from "@/lib/codelists/comment-kind";
import { CommentForm } from "./comment-form";

type Comment = { readonly id: number; readonly kind: string; readonly body: string; readonly author: string; readonly writtenAt: string; readonly isOfEarlier: boolean };
type CommentsCardProps = { incident: { id: number }; comments: readonly Comment[]; mayRead: boolean; mayComment: boolean; mayDissent: boolean; dissent: number };

/** What staff say about the record. Readers of data are told only that a reviewer disagreed. */
export function CommentsCard({ incident, comments, mayRead, mayComment, mayDissent, dissent }: CommentsCardProps) {
  if (!mayRead) {
    if (dissent === 0) return null;
    return (
      <Card title="Dissent" id="comments">
        <p className="text-sm text-ink">{dissent === 1 ? "A reviewer disagrees" : `${dissent} reviewers disagree`} with what was decided on this record. What was decided stands.</p>
      </Card>
    );
  }
  return (
    <Card title="Comments" id="comments" lead="Read by staff who may read the whole record. Nothing is deleted; dissent stays beside the decision.">
      {comments.length > 0 && (
        <ol className="mb-4 divide-y divide-line">
          {comments.map((comment) => (
            <li key={comment.id} className="py-3 first:pt-0">
              <p className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
                <span className="font-medium text-ink">{comment.author}</span>
                <DateText value={comment.writtenAt} />
                {comment.kind === "DISSENT" && <Badge tone="strong">{commentKindLabel(comment.kind)}</Badge>}
                {comment.isOfEarlier && <span>about an earlier content</span>}
              </p>
              <p className="mt-1 text-sm break-words whitespace-pre-line text-ink">{comment.body}</p>
            </li>
          ))}
        </ol>
      )}
      {comments.length === 0 && <p className="mb-4 text-sm text-ink-soft">Nobody has commented yet.</p>}
      {mayComment && <CommentForm key={comments.length} id={incident.id} mayDissent={mayDissent} />}
    </Card>
  );
}

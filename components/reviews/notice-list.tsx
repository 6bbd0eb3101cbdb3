"use client";

import { Button } from "@/components/ui/button";
import { DateText } from "@/components/ui/date-text";
import { RefusalNotice } from "@/components/ui/refusal-notice";
import { TextLink } from "@/components/ui/text-link";
import { useActionForm } from "@/components/ui/use-action-form";
import { referenceOf } from "@/lib/incidents/domain/record";
import { seeNoticeAction } from "@/lib/reviews/notices/actions";

type NoticeView = { readonly id: number; readonly incidentId: number; readonly reason: string; readonly raisedAt: string };

/** What changed in records without a reviewer; absent where there is nothing to see. */
export function NoticeList({ notices, isReviewer }: { notices: readonly NoticeView[]; isReviewer: boolean }) {
  if (notices.length === 0) return null;
  return (
    <section aria-labelledby="notices" className="mb-6">
      <h2 id="notices" className="mb-2 text-base font-semibold text-ink">
        Changed without you
      </h2>
      <ul className="divide-y divide-line rounded-md border border-line bg-surface">
        {notices.map((notice) => (
          <li key={notice.id} className="flex flex-wrap items-start justify-between gap-3 px-4 py-3 text-sm">
            <div className="min-w-0 max-w-prose">
              <TextLink href={`/incidents/${notice.incidentId}`}>{referenceOf(notice.incidentId)}</TextLink>{" "}
              <span className="text-ink-soft">
                <DateText value={notice.raisedAt} />
              </span>
              <p className="break-words">{notice.reason}</p>
            </div>
            {isReviewer && <SeenForm id={notice.id} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function SeenForm({ id }: { id: number }) {
  const { send, onSubmit, isSending, errorsBeside } = useActionForm(seeNoticeAction);
  return (
    <form action={send} onSubmit={onSubmit}>
      <input type="hidden" name="id" value={id} />
      <RefusalNotice messages={errorsBeside([])} />
      <Button type="submit" size="small" disabled={isSending}>
        Seen
      </Button>
    </form>
  );
}

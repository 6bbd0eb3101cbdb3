import type { Metadata } from "next";
import { NoticeList } from "@/components/reviews/notice-list";
import { QueueList } from "@/components/reviews/queue-list";
import { PageHeader } from "@/components/ui/page-header";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import { loadReviewQueue } from "@/lib/reviews/loaders";

export const metadata: Metadata = { title: "Review queue" };

export default async function ReviewPage() {
  const { items, total, isReviewer, notices } = await loadReviewQueue();
  return (
    <>
      <PageHeader title="Review queue" lead="Records that wait for a reviewer, the longest waiting first. Nobody reviews what they wrote or last edited." />
      <NoticeList notices={notices} isReviewer={isReviewer} />
      <QueueList items={items} total={total} isReviewer={isReviewer} today={utcDayOf(new Date())} />
    </>
  );
}

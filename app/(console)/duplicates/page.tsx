import type { Metadata } from "next";
import { DuplicateQueue } from "@/components/duplicates/duplicate-queue";
import { PageHeader } from "@/components/ui/page-header";
import { loadDuplicateQueue } from "@/lib/duplicates/loaders";

export const metadata: Metadata = { title: "Duplicates" };

export default async function DuplicatesPage() {
  const { queue, mayRelate, mayMerge } = await loadDuplicateQueue();
  return (
    <>
      <PageHeader title="Duplicates" lead="Records not yet published that may tell of an event already on record: near in time and place, of the same type, or read on the same page. Each pair is decided once." />
      <DuplicateQueue queue={queue} mayRelate={mayRelate} mayMerge={mayMerge} />
    </>
  );
}

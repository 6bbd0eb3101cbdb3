import type { Metadata } from "next";
import { SourceChain, SourceFacts, SourceGradings } from "@/components/sources/registry/source-facts";
import { DerivationForm, GradingForm, WithdrawalForm } from "@/components/sources/registry/source-forms";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { loadSource } from "@/lib/sources/registry/loaders";

type SourcePageProps = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: SourcePageProps): Promise<Metadata> {
  const { source } = await loadSource(Number((await params).id));
  return { title: `Source no. ${source.id}` };
}

export default async function SourcePage({ params }: SourcePageProps) {
  const { source, records, mayKeep, mayWithdraw } = await loadSource(Number((await params).id));
  return (
    <>
      <PageHeader eyebrow={<TextLink href="/sources">Sources</TextLink>} title={source.title ?? source.publisher} lead={`Source no. ${source.id}, ${source.publisher}`} />
      {source.withdrawnAt !== null && (
        <Notice tone="strong" title="This source was withdrawn by whoever published it" className="mb-5">
          {source.withdrawnReason} What was read in it, or in what relays it, counts no more since {source.withdrawnAt.slice(0, 10)}.
        </Notice>
      )}
      <div className="grid gap-5">
        <SourceFacts source={source} records={records} />
        <Card title="Reliability by topic" lead="Letters and levels are never calculated with each other.">
          <div className="grid gap-5">
            <SourceGradings gradings={source.gradings} />
            {mayKeep && <GradingForm id={source.id} />}
          </div>
        </Card>
        <Card title="What it rests on" lead="Sources of one root corroborate each other as little as one source does.">
          <div className="grid gap-5">
            <SourceChain source={source} />
            {mayKeep && <DerivationForm key={`${source.derivation} ${source.root?.id ?? ""}`} id={source.id} derivation={source.derivation} root={source.root?.id ?? null} />}
          </div>
        </Card>
        {mayWithdraw && (
          <Card title="Withdrawal">
            <WithdrawalForm id={source.id} />
          </Card>
        )}
      </div>
    </>
  );
}

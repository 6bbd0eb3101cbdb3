import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { discrepanciesOf } from "@/lib/agreements/clauses/domain";
import type { AgreementView, TextVersionView } from "@/lib/agreements/domain/view";
import { clauseHref } from "./clause/clause-address";
import { ObligationCard } from "./obligation-card";

type Clause = AgreementView["clauses"][number];

/** One point: what each published wording says, then the duties that are read from it. */
export function ClauseSection({ clause, agreement }: { clause: Clause; agreement: AgreementView }) {
  const duties = agreement.obligations.filter((obligation) => obligation.clause === clause.number);
  const { own } = discrepanciesOf(agreement.discrepancies, clause.obligations);
  return (
    <Card
      id={`clause-${clause.number}`}
      title={`Point ${clause.number}: ${clause.title}`}
      className="scroll-mt-20"
      actions={
        <>
          {own.length > 0 && <Badge tone="neutral">{own.length === 1 ? "1 difference between accounts" : `${own.length} differences between accounts`}</Badge>}
          <TextLink href={clauseHref({ agreement: agreement.code, number: clause.number })} className="text-sm">
            Wordings and readings of point {clause.number}
          </TextLink>
        </>
      }
    >
      <ClauseTexts number={clause.number} versions={agreement.textVersions} />
      <div className="mt-4 space-y-3">
        {duties.map((obligation) => (
          <ObligationCard key={obligation.code} obligation={obligation} />
        ))}
        {duties.length === 0 && <p className="text-sm text-ink-soft">No duty is derived from this point.</p>}
      </div>
    </Card>
  );
}

function ClauseTexts({ number, versions }: { number: number; versions: readonly TextVersionView[] }) {
  const texts = versions.flatMap((version) => version.clauses.filter((text) => text.number === number).map((text) => ({ version, text })));
  if (texts.length === 0) return null;
  const distinct = texts.filter(({ text }, index) => texts.findIndex((other) => other.text.text === text.text) === index);
  return (
    <ul className="space-y-2 text-sm">
      {distinct.map(({ version, text }) => {
        const holders = texts.filter((other) => other.text.text === text.text).map((other) => other.version.publisher);
        return (
          <li key={version.key} className={text.differs ? "border-l-4 border-notice-ink pl-3" : "border-l-4 border-line pl-3"}>
            <p className="max-w-prose">{text.text}</p>
            <p className="mt-1 flex flex-wrap items-center gap-2 text-ink-soft">
              {text.differs && <Badge tone="notice">Variant differs</Badge>}
              <span>In our words, after: {holders.join("; ")}</span>
            </p>
            {text.note !== null && <p className="mt-1 max-w-prose text-ink-soft">{text.note}</p>}
          </li>
        );
      })}
    </ul>
  );
}

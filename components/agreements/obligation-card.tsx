import type { ReactNode } from "react";
import { SourceList } from "@/components/sources/source-list";
import { SourceName } from "@/components/sources/source-line";
import { Badge } from "@/components/ui/badge";
import { DateText } from "@/components/ui/date-text";
import { DefinitionList } from "@/components/ui/definition-list";
import { TextLink } from "@/components/ui/text-link";
import type { ObligationText } from "@/lib/agreements/domain/view";
import { obligationKindLabel, obligationKinds } from "@/lib/codelists/obligation-kind";
import { confidenceLabel } from "@/lib/codelists/source-basis";
import { DeadlineList } from "./deadline-list";

type Props = {
  obligation: ObligationText;
  /** Where its state and records are; the duty's page of today without it. */
  href?: string;
  state?: ReactNode;
  /** In place of the plain list of due dates. */
  dates?: ReactNode;
  /** Where a duty that it waits for is; further down the same page without it. */
  hrefOf?: (code: string) => string;
};

/** One duty as it is read from the text, with its state where the page knows it. */
export function ObligationCard({ obligation, href = `/obligations/${encodeURIComponent(obligation.code)}`, state, dates, hrefOf = (code) => `#${code}` }: Props) {
  const kind = obligationKinds.find((entry) => entry.code === obligation.kind);
  return (
    <article id={obligation.code} aria-labelledby={`${obligation.code}-title`} className="scroll-mt-20 rounded-md border border-line p-3 sm:p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
        <h3 id={`${obligation.code}-title`} className="text-sm font-semibold">
          <span className="mr-2 font-mono text-xs text-ink-soft">{obligation.code}</span>
          {obligation.title}
        </h3>
        <TextLink href={href} className="text-sm" aria-label={`State and records of ${obligation.code}`}>
          State and records
        </TextLink>
      </div>
      <p className="mt-1 max-w-prose text-sm">{obligation.description}</p>
      {state}
      <div className="mt-3">
        <DefinitionList items={itemsOf(obligation, kind?.test, hrefOf)} />
      </div>
      {obligation.deadlines.length > 0 && (
        <div className="mt-3">
          <h4 className="mb-1 text-sm font-semibold">Due dates</h4>
          {dates ?? <DeadlineList deadlines={obligation.deadlines} />}
        </div>
      )}
      {obligation.interpretations.length > 0 && <Interpretations interpretations={obligation.interpretations} />}
      <details className="mt-3 text-sm">
        <summary className="cursor-pointer text-ink-soft">{obligation.sources.length === 1 ? "1 source" : `${obligation.sources.length} sources`}</summary>
        <div className="mt-2">
          <SourceList sources={obligation.sources} />
        </div>
      </details>
    </article>
  );
}

const itemsOf = (obligation: ObligationText, test: string | undefined, hrefOf: (code: string) => string) => [
  {
    term: "Kind, and why",
    description: (
      <>
        <Badge tone="calm" title={test}>
          {obligationKindLabel(obligation.kind)}
        </Badge>{" "}
        <span className="mt-1 block max-w-prose">{obligation.reading}</span>
      </>
    ),
  },
  { term: "Owed by", description: obligation.obligors.join("; ") },
  { term: "Owed to", description: obligation.beneficiary },
  { term: "Scope", description: obligation.scope },
  { term: "Who verifies", description: obligation.verifier },
  { term: "Starts", description: obligation.startsAt === null ? "When its condition is met" : <DateText value={obligation.startsAt} /> },
  { term: "Waits for", description: obligation.dependsOn.length === 0 ? null : <DutyLinks codes={obligation.dependsOn} hrefOf={hrefOf} /> },
  { term: "Figures", description: obligation.quantities.length === 0 ? null : <Quantities quantities={obligation.quantities} /> },
  { term: "Nearest provision name", description: `${obligation.subject} (Peace Accords Matrix)` },
  { term: "Article and text", description: obligation.textNote },
  { term: "How it was checked", description: obligation.readingNote },
  { term: "Rests on", description: confidenceLabel(obligation.confidence) },
];

const DutyLinks = ({ codes, hrefOf }: { codes: readonly string[]; hrefOf: (code: string) => string }) => (
  <>
    {codes.map((code, index) => (
      <span key={code}>
        {index > 0 && ", "}
        <TextLink href={hrefOf(code)}>{code}</TextLink>
      </span>
    ))}
  </>
);

const Quantities = ({ quantities }: { quantities: ObligationText["quantities"] }) => (
  <ul>
    {quantities.map((quantity) => (
      <li key={quantity.what}>
        {quantity.what}: {quantity.value === null ? quantity.valueText : quantity.value.toLocaleString("en")} {quantity.unit} <span className="text-ink-soft">({quantity.operator})</span>
      </li>
    ))}
  </ul>
);

function Interpretations({ interpretations }: { interpretations: ObligationText["interpretations"] }) {
  return (
    <div className="mt-3">
      <h4 className="mb-1 text-sm font-semibold">How it is read</h4>
      <p className="mb-1 text-sm text-ink-soft">Readings of others, in our words. None of them is ours.</p>
      <ul className="space-y-1.5 text-sm">
        {interpretations.map((entry) => (
          <li key={`${entry.holder}-${entry.reading}`}>
            <span className="font-medium">{entry.holder}</span>
            {entry.statedOn !== null && <span className="text-ink-soft"> ({entry.statedOn})</span>}: {entry.reading}
            {entry.source !== null && (
              <span className="block text-ink-soft">
                <SourceName source={entry.source} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

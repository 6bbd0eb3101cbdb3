import { Badge } from "@/components/ui/badge";
import { DateText } from "@/components/ui/date-text";
import { ExternalLink } from "@/components/ui/external-link";
import { TextLink } from "@/components/ui/text-link";
import { obligationEffectLabel } from "@/lib/codelists/obligation-effect";
import { obligationRelationLabel } from "@/lib/codelists/obligation-relation";
import { confidenceLabel } from "@/lib/codelists/source-basis";
import { verificationLabel } from "@/lib/codelists/verification";
import type { InputView } from "@/lib/compliance/domain/obligation-view";
import type { Figure } from "@/lib/compliance/domain/record";

/** Records of a duty, each with who stands behind it and where it was read. */
export function InputList({ inputs }: { inputs: readonly InputView[] }) {
  return (
    <ul className="divide-y divide-line">
      {inputs.map((input) => (
        <li key={input.reference} id={"milestone" in input.recordId ? input.recordId.milestone : undefined} className="scroll-mt-24 py-3 text-sm first:pt-0 last:pb-0 target:bg-accent-soft">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft">
            <span className="font-mono text-xs">{input.reference}</span>
            <span>
              <DateText value={input.occurredStart} />
              {input.occurredEnd !== null && (
                <>
                  {" "}
                  to <DateText value={input.occurredEnd} />
                </>
              )}
            </span>
            <Badge title={verificationLabel(input.verification)}>{verificationLabel(input.verification)}</Badge>
            <span>{obligationRelationLabel(input.relation)}</span>
            {input.effect !== "NONE" && <span>{obligationEffectLabel(input.effect)}</span>}
            {input.isContested && <Badge tone="muted">Contested</Badge>}
          </p>
          <p className="mt-1">{"incident" in input.recordId ? <TextLink href={`/incidents/${input.recordId.incident}`}>{input.label}</TextLink> : input.label}</p>
          <Ledger input={input} />
          {input.figures.length > 0 && <Figures figures={input.figures} />}
        </li>
      ))}
    </ul>
  );
}

function Ledger({ input }: { input: InputView }) {
  const voices = [
    { word: "Claimed by", names: input.claimedBy ?? [] },
    { word: "confirmed by", names: input.confirmedBy ?? [] },
    { word: "denied by", names: input.deniedBy ?? [] },
  ].filter(({ names }) => names.length > 0);
  const sources = input.sources ?? [];
  return (
    <div className="mt-1 space-y-0.5 text-ink-soft">
      {voices.length > 0 && <p>{voices.map(({ word, names }) => `${word} ${names.join(", ")}`).join("; ")}.</p>}
      {typeof input.verificationRule === "string" && <p>Why this level: {input.verificationRule}</p>}
      {typeof input.note === "string" && <p>{input.note}</p>}
      {sources.length > 0 && (
        <p>
          Read in:{" "}
          {sources.map((source, index) => (
            <span key={source.key}>
              {index > 0 && ", "}
              {source.url === null ? source.publisher : <ExternalLink href={source.url}>{source.publisher}</ExternalLink>}
            </span>
          ))}
          {typeof input.confidence === "string" && ` (${confidenceLabel(input.confidence).toLowerCase()})`}
        </p>
      )}
    </div>
  );
}

const amount = ({ low, best, high }: Figure): string => {
  const main = best ?? low ?? high;
  const range = low !== null && high !== null && low !== high ? ` (${low.toLocaleString("en")} to ${high.toLocaleString("en")})` : "";
  return main === null ? "no number" : `${main.toLocaleString("en")}${range}`;
};

function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <ul className="mt-1 text-ink-soft">
      {figures.map((figure) => (
        <li key={`${figure.what}-${figure.reportedBy}`}>
          {figure.what}: <span className="tabular-nums text-ink">{amount(figure)}</span> {figure.unit}, reported by {figure.reportedBy}
          {figure.note ? `; ${figure.note}` : ""}
        </li>
      ))}
    </ul>
  );
}

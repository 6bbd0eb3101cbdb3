"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { obligationEffects } from "@/lib/codelists/obligation-effect";
import { obligationRelationLabel, obligationRelations } from "@/lib/codelists/obligation-relation";
import { verificationLabel, verificationLevels, verificationRank } from "@/lib/codelists/verification";

export type Ceiling = { readonly level: string; readonly reason: string };
export type LinkedObligation = { readonly code: string; readonly title: string; readonly relation: string; readonly effect: string };
type ErrorsOf = (name: string) => string[];

type ApprovalFieldsProps = { ceiling: Ceiling; /** Somebody approved before: their level and findings stand unless this reviewer names lower ones. */ isSecondApproval: boolean; obligations: readonly LinkedObligation[]; errorsOf: ErrorsOf };

/** How far the record is verified, and what it means for each obligation: the reviewer's finding. */
export function ApprovalFields({ ceiling, isSecondApproval, obligations, errorsOf }: ApprovalFieldsProps) {
  const [relations, setRelations] = useState<Readonly<Record<string, string>>>({});
  const found = obligations.filter(({ code }) => relations[code]);
  return (
    <>
      <VerificationField ceiling={ceiling} isSecondApproval={isSecondApproval} errors={errorsOf("verification")} />
      {obligations.map((obligation) => (
        <FindingFields
          key={obligation.code}
          obligation={obligation}
          isSecondApproval={isSecondApproval}
          relation={relations[obligation.code] ?? ""}
          // Only what is found is sent, so the rows are numbered among themselves.
          index={found.indexOf(obligation)}
          errorsOf={errorsOf}
          onRelation={(relation) => setRelations((before) => ({ ...before, [obligation.code]: relation }))}
        />
      ))}
    </>
  );
}

/** The level that is preset: the ceiling, but V4 and V5 are only ever given on purpose. */
const presetLevel = (ceiling: Ceiling): string => (verificationRank(ceiling.level) > 3 ? "V3_CORROBORATED" : ceiling.level);

function VerificationField({ ceiling, isSecondApproval, errors }: { ceiling: Ceiling; isSecondApproval: boolean; errors: string[] }) {
  const options = verificationLevels.map(({ code, short, label, meaning }) => ({
    value: code,
    label: `${short} ${label}: ${meaning}`,
    disabled: verificationRank(code) > verificationRank(ceiling.level),
  }));
  const hint = `At most “${verificationLabel(ceiling.level)}” as the claims and sources stand. ${ceiling.reason} From V3 on the record counts on the board; V4 and V5 need two reviewers.`;
  return (
    <Field label="Verification" hint={hint} errors={errors} required={!isSecondApproval}>
      {isSecondApproval ? (
        <Select name="verification" placeholder="The level of the first approval" options={options} />
      ) : (
        <Select name="verification" defaultValue={presetLevel(ceiling)} options={options} />
      )}
    </Field>
  );
}

/** What stands where the reviewer names no finding. */
function unnamedFinding({ relation }: LinkedObligation): string {
  const logged = obligationRelationLabel(relation).toLowerCase();
  return relation === "POSSIBLE_BREACH" ? `By rule: ${logged}, and breach from V3 on` : `As it stands: ${logged}`;
}

type FindingFieldsProps = { obligation: LinkedObligation; isSecondApproval: boolean; relation: string; index: number; errorsOf: ErrorsOf; onRelation: (relation: string) => void };

function FindingFields({ obligation, isSecondApproval, relation, index, errorsOf, onRelation }: FindingFieldsProps) {
  const unnamed = isSecondApproval ? "The finding of the first approval" : unnamedFinding(obligation);
  const errors = index < 0 ? [] : [...errorsOf(`findings[${index}].relation`), ...errorsOf(`findings[${index}]`)];
  return (
    <fieldset className="min-w-0 rounded-md border border-line-strong p-3">
      <legend className="px-1 text-sm font-semibold text-ink">
        Finding for {obligation.code} {obligation.title}
      </legend>
      {relation !== "" && <input type="hidden" name={`findings[${index}].code`} value={obligation.code} />}
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="Relation" errors={errors}>
          <Select
            name={relation === "" ? undefined : `findings[${index}].relation`}
            value={relation}
            onChange={(event) => onRelation(event.target.value)}
            placeholder={unnamed}
            options={obligationRelations.map(({ code, label }) => ({ value: code, label }))}
          />
        </Field>
        {relation !== "" && (
          <Field label="Effect on the duty's object" errors={errorsOf(`findings[${index}].effect`)}>
            <Select name={`findings[${index}].effect`} defaultValue={obligation.effect} options={obligationEffects.map(({ code, label }) => ({ value: code, label }))} />
          </Field>
        )}
      </div>
    </fieldset>
  );
}

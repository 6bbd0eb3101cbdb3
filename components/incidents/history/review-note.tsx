import { Notice } from "@/components/ui/notice";
import { obligationEffectLabel } from "@/lib/codelists/obligation-effect";
import { obligationRelationLabel } from "@/lib/codelists/obligation-relation";
import { verificationLabel } from "@/lib/codelists/verification";

export type ReviewNoteProps = {
  review: { decision: string; verification: string | null; reason: string | null; findings: readonly { code: string; relation: string; effect: string }[] };
};

const decisionWords: Readonly<Record<string, string>> = { APPROVE: "Approved by this reviewer", REQUEST_CHANGES: "Changes requested by this reviewer", REJECT: "Rejected by this reviewer", RETRACT: "Retraction asked for by this reviewer" };

/** The decision that was taken with a version, with what the reviewer found. */
export function ReviewNote({ review }: ReviewNoteProps) {
  const { decision, verification, reason, findings } = review;
  const level = verification === null ? "" : ` at “${verificationLabel(verification)}”`;
  return (
    <Notice title={`${decisionWords[decision] ?? decision}${level}`} className="mb-3">
      {reason !== null && reason !== "" && <p>“{reason}”</p>}
      {findings.length > 0 && (
        <ul className="mt-1 grid gap-0.5">
          {findings.map(({ code, relation, effect }) => (
            <li key={code}>
              {code}: {obligationRelationLabel(relation)}
              {effect !== "NONE" && `, ${obligationEffectLabel(effect).toLowerCase()}`}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

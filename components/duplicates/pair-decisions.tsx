import { duplicateRelations } from "@/lib/codelists/duplicate-relation";
import { mergeIncidentsAction, relateIncidentsAction } from "@/lib/duplicates/actions";
import { PairForm } from "./pair-form";

type Pair = { record: { id: number; reference: string }; other: { id: number; reference: string }; mayRelate: boolean; mayMerge: boolean };

const options = duplicateRelations.map(({ code, label }) => ({ value: code, label }));

/** What may be decided of two records that look alike. Nothing is ever decided by the program. */
export function PairDecisions({ record, other, mayRelate, mayMerge }: Pair) {
  if (!mayRelate) return null;
  return (
    <details className="mt-2">
      <summary className="w-fit cursor-pointer text-sm font-medium text-accent-ink">Decide on this pair</summary>
      <div className="mt-2 grid gap-3">
        <PairForm
          action={relateIncidentsAction}
          id={record.id}
          other={other.id}
          label={`What is ${record.reference} to ${other.reference}?`}
          help="The decision is shown on both records. “Not a duplicate” is remembered: the pair is not offered again."
          confirm="Keep the decision"
          choices={{ label: `${record.reference} is`, name: "relation", options }}
        />
        {mayMerge && (
          <PairForm
            action={mergeIncidentsAction}
            id={record.id}
            other={other.id}
            label={`Merge ${other.reference} into ${record.reference}`}
            help={`Every claim, count, source and duty of ${other.reference} then stands on ${record.reference} and says where it came from. It can be undone.`}
            confirm="Merge"
            isGrave
          />
        )}
      </div>
    </details>
  );
}

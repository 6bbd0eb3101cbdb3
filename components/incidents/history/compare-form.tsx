import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import type { Changes } from "@/lib/incidents/history/domain/changes";
import { isUnchanged } from "@/lib/incidents/history/domain/changes";
import type { RecordNames } from "../record/record-names";
import { ChangeTable } from "./change-table";

type Comparison = { readonly from: number; readonly to: number; readonly changes: Changes; readonly isWithheld: boolean };
type CompareFormProps = { incidentId: number; versions: readonly number[]; comparison: Comparison | "none" | "unknown"; names: RecordNames };

function Outcome({ comparison, names }: Pick<CompareFormProps, "comparison" | "names">) {
  if (comparison === "none") return null;
  if (comparison === "unknown") return <Notice tone="notice" role="alert" title="These two versions can't be compared" className="mt-4">Choose two versions from the lists.</Notice>;
  const { from, to, changes, isWithheld } = comparison;
  return (
    <div className="mt-4">
      {isUnchanged(changes) ? (
        <p className="text-sm text-ink-soft">{`Versions ${from} and ${to} ${isWithheld ? "do not differ in the fields that are open to you" : "hold the same"}.`}</p>
      ) : (
        <ChangeTable changes={changes} names={names} caption={`Changes from version ${from} to version ${to}`} />
      )}
      {isWithheld && <p className="mt-2 text-sm text-ink-soft">Some fields of this record are withheld from you; their changes are not shown.</p>}
    </div>
  );
}

/** Any two versions held against each other; the address says which, so that it can be sent. Works without script. */
export function CompareForm({ incidentId, versions, comparison, names }: CompareFormProps) {
  const options = versions.map((version) => ({ value: String(version), label: `Version ${version}` }));
  const chosen = typeof comparison === "string" ? { from: versions[0], to: versions.at(-1) } : comparison;
  return (
    <Card title="Compare two versions">
      <form method="get" action={`/incidents/${incidentId}/history`} className="flex flex-wrap items-end gap-3" aria-label="Compare two versions">
        <Field label="From">
          <Select name="from" key={`from ${chosen.from}`} defaultValue={chosen.from} options={options} />
        </Field>
        <Field label="To">
          <Select name="to" key={`to ${chosen.to}`} defaultValue={chosen.to} options={options} />
        </Field>
        <Button type="submit">Compare</Button>
      </form>
      <Outcome comparison={comparison} names={names} />
    </Card>
  );
}

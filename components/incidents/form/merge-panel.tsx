"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { labelOfField } from "./field-labels";
import type { IncidentFormValues } from "./form-values";
import { linesOf, mergedValues, type MergedPart, type PartMerge, partsToMerge, type Side, type ThreeWay } from "./three-way";

const sideWords: Record<Side, string> = { MINE: "Mine", THEIRS: "Theirs", BOTH: "Rows of both" };
const kindWords: Record<PartMerge["kind"], string> = { MINE: "changed by you", THEIRS: "changed by them", CONFLICT: "changed by both" };

type MergePanelProps = { base: IncidentFormValues; theirs: IncidentFormValues; version: number; readMine: () => IncidentFormValues; onMerge: (values: IncidentFormValues) => void };

/** Field by field: what stood when the form was opened, what others saved meanwhile, what is typed here, and which of them is kept. */
export function MergePanel({ base, theirs, version, readMine, onMerge }: MergePanelProps) {
  const [mine] = useState(readMine);
  const [chosen, setChosen] = useState<Partial<Record<MergedPart, Side>>>({});
  const sides: ThreeWay = { base, mine, theirs };
  const parts = partsToMerge(sides);
  const open = parts.filter(({ part, proposed }) => (chosen[part] ?? proposed) === null);
  return (
    <Notice tone="notice" role="alert" id="merge" title={`Somebody else saved version ${version} while you were typing`}>
      <p>Nothing of yours was lost and nothing was saved. Choose for each part which text is kept; then check the form and save.</p>
      {parts.length === 0 && <p className="mt-1">Their version says the same as yours.</p>}
      <div className="mt-3 grid gap-4">
        {parts.map((entry) => (
          <PartChoice key={entry.part} entry={entry} sides={sides} chosen={chosen[entry.part] ?? entry.proposed} onChoose={(side) => setChosen({ ...chosen, [entry.part]: side })} />
        ))}
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button variant="primary" disabled={open.length > 0} onClick={() => onMerge(mergedValues(sides, chosen))}>
          Take over these choices
        </Button>
        {open.length > 0 && <span role="status">{open.length === 1 ? "One part needs your choice." : `${open.length} parts need your choice.`}</span>}
      </div>
    </Notice>
  );
}

type PartChoiceProps = { entry: PartMerge; sides: ThreeWay; chosen: Side | null; onChoose: (side: Side) => void };

function PartChoice({ entry: { part, kind, choices }, sides, chosen, onChoose }: PartChoiceProps) {
  const columns = [
    { title: "When you opened it", lines: linesOf(sides.base, part) },
    { title: "Theirs", lines: linesOf(sides.theirs, part) },
    { title: "Mine", lines: linesOf(sides.mine, part) },
  ];
  return (
    <fieldset className="rounded-sm border border-line bg-surface p-3">
      <legend className="px-1 font-semibold">
        {labelOfField(part)} <span className="font-normal text-ink-soft">({kindWords[kind]})</span>
      </legend>
      <div className="grid gap-3 md:grid-cols-3">
        {columns.map(({ title, lines }) => (
          <div key={title} className="min-w-0">
            <p className="text-xs font-medium text-ink-soft">{title}</p>
            {lines.length === 0 ? <p className="text-ink-soft">Empty</p> : lines.map((line, index) => <p key={index} className="break-words whitespace-pre-line">{line}</p>)}
          </div>
        ))}
      </div>
      <div className="mt-2 flex flex-wrap gap-4">
        {choices.map((side) => (
          <label key={side} className="inline-flex min-h-6 items-center gap-2">
            <input type="radio" name={`keep-${part}`} value={side} checked={chosen === side} onChange={() => onChoose(side)} />
            {sideWords[side]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { importEffectLabel, type ImportEffect } from "@/lib/codelists/import-effect";
import { incidentTypeLabel } from "@/lib/codelists/incident-type";
import { referenceOf } from "@/lib/incidents/domain/record";
import type { RowView } from "@/lib/imports/rows/domain";
import { DecisionButtons } from "./decision-buttons";

const tones: Record<ImportEffect, BadgeTone> = { CREATE: "calm", UPDATE: "neutral", SKIP: "muted", HOLD: "notice", REJECT: "strong" };
const decisionWords: Record<NonNullable<RowView["decision"]>, string> = { ACCEPT: "Accepted by a person", LEAVE_OUT: "Left out by a person" };

/** One page of the records, each with what becomes of it and why. */
export function RowTable({ id, rows, mayDecide }: { id: number; rows: readonly RowView[]; mayDecide: boolean }) {
  if (rows.length === 0) return <EmptyState title="No record here">No record of this file is in this group.</EmptyState>;
  return (
    <Table caption="Records of the file">
      <Thead>
        <Tr>
          <Th>Record</Th>
          <Th>What it says</Th>
          <Th>Outcome</Th>
          <Th>Why</Th>
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <Tr key={row.record}>
            <Td className="tabular-nums">
              <TextLink href={`/imports/${id}/rows/${row.record}`}>{row.record}</TextLink>
            </Td>
            <Td className="min-w-52">
              <Preview row={row} />
            </Td>
            <Td>
              <Badge tone={tones[row.effect]}>{importEffectLabel(row.effect)}</Badge>
              <p className="mt-1 text-sm text-ink-soft">{[row.decision && decisionWords[row.decision], row.isMended && "Mended"].filter(Boolean).join(" · ")}</p>
            </Td>
            <Td className="min-w-64">
              <Reasons row={row} />
              {mayDecide && (row.effect === "HOLD" || row.decision !== null) && (
                <div className="mt-2">
                  <DecisionButtons id={id} record={row.record} what={`record ${row.record}`} decision={row.decision} mayAccept={row.offer !== null} />
                </div>
              )}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function Preview({ row: { preview, cells, externalId } }: { row: RowView }) {
  if (!preview) {
    const shown = Object.values(cells).filter((cell) => cell.trim() !== "").slice(0, 4).join(" · ");
    return <p className="break-words text-ink-soft">{shown === "" ? (externalId ?? "On record already") : shown.slice(0, 160)}</p>;
  }
  return (
    <>
      <p className="break-words text-ink">{preview.title}</p>
      <p className="text-sm text-ink-soft">
        <DateText value={preview.start} /> · {incidentTypeLabel(preview.type)}
        {preview.place !== null && ` · ${preview.place}`}
      </p>
    </>
  );
}

/** The first reasons in full; the record's own page has them all. */
const reasonsShown = 3;

function Reasons({ row }: { row: RowView }) {
  return (
    <>
      <ul className="space-y-1">
        {row.reasons.slice(0, reasonsShown).map((reason, index) => (
          // Two cells may have one thing wrong with them.
          <li key={`${index} ${reason.code}`} className="break-words">
            {reason.column !== null && <span className="text-ink-soft">{reason.column}: </span>}
            {reason.message}
          </li>
        ))}
      </ul>
      {row.reasons.length > reasonsShown && <p className="text-sm text-ink-soft">and {row.reasons.length - reasonsShown} more</p>}
      {row.likeId !== null && <OnFile id={row.likeId} words="Looks like" />}
      {row.targetId !== null && <OnFile id={row.targetId} words={row.changed.length > 0 ? `Differs in ${row.changed.join(", ")} from` : "On record as"} />}
    </>
  );
}

const OnFile = ({ id, words }: { id: number; words: string }) => (
  <p className="mt-1 text-sm">
    {words} <TextLink href={`/incidents/${id}`}>{referenceOf(id)}</TextLink>
  </p>
);

"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { RefusalNotice } from "@/components/ui/refusal-notice";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { useActionForm } from "@/components/ui/use-action-form";
import { mendRowAction } from "@/lib/imports/actions";
import type { RowReason } from "@/lib/imports/domain/row";

type MendFormProps = { id: number; record: number; headers: readonly string[]; map: Readonly<Record<string, string>>; cells: Readonly<Record<string, string>>; reasons: readonly RowReason[] };

/** The record's cells, to be put right in their place: those that something is wrong with come first. */
export function MendForm({ id, record, headers, map, cells, reasons }: MendFormProps) {
  const { send, onSubmit, isSending, errorsBeside } = useActionForm(mendRowAction);
  const [changed, setChanged] = useState<Record<string, string>>({});
  const about = (header: string): RowReason[] => reasons.filter((reason) => reason.column === header);
  const read = headers.filter((header) => map[header] !== undefined);
  const [wrong, right] = [read.filter((header) => about(header).length > 0), read.filter((header) => about(header).length === 0)];
  const cell = (header: string) => (
    <CellField key={header} header={header} column={map[header] ?? ""} value={changed[header] ?? cells[header] ?? ""} reasons={about(header)} onChange={(value) => setChanged({ ...changed, [header]: value })} />
  );
  return (
    <form action={send} onSubmit={onSubmit} aria-label={`Mend record ${record}`} className="grid grid-cols-1 gap-4">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="record" value={record} />
      <input type="hidden" name="cells" value={JSON.stringify(changed)} />
      <RefusalNotice messages={errorsBeside([])} />
      {wrong.map(cell)}
      {right.length > 0 && (
        <details open={wrong.length === 0}>
          <summary className="cursor-pointer text-sm font-medium text-ink">The other cells ({right.length})</summary>
          <div className="mt-3 grid gap-4">{right.map(cell)}</div>
        </details>
      )}
      <div>
        <Button type="submit" variant="primary" disabled={isSending || Object.keys(changed).length === 0}>
          {isSending ? "Reading…" : "Read this record again"}
        </Button>
      </div>
    </form>
  );
}

/** Beyond this a cell is a text of several lines. */
const longCell = 80;

type CellFieldProps = { header: string; column: string; value: string; reasons: readonly RowReason[]; onChange: (value: string) => void };

function CellField({ header, column, value, reasons, onChange }: CellFieldProps) {
  const suggestion = reasons.find((reason) => reason.suggested !== undefined)?.suggested;
  return (
    <div className="grid gap-1.5">
      <Field label={header} hint={column === header ? undefined : `Read as ${column}`} errors={reasons.map((reason) => reason.message)}>
        {value.length > longCell ? <TextArea rows={4} value={value} onChange={(event) => onChange(event.currentTarget.value)} /> : <TextInput value={value} onChange={(event) => onChange(event.currentTarget.value)} autoComplete="off" />}
      </Field>
      {suggestion !== undefined && suggestion !== value && (
        <div>
          <Button size="small" onClick={() => onChange(suggestion)}>
            Take “{suggestion}”
          </Button>
        </div>
      )}
    </div>
  );
}

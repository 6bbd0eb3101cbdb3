import type { Tx } from "@/lib/db/client";
import { utcDayOf } from "@/lib/kernel/calendar-date";

const dayOrNull = (date: Date | null): string | null => (date === null ? null : utcDayOf(date));
const bySource = { source: { select: { key: true } } } as const;
const keyOrNull = (source: { key: string } | null): string | null => source?.key ?? null;

const dutyColumns = {
  code: true, title: true, kind: true, subject: true, description: true, reading: true, obligors: true, obligorSides: true, beneficiary: true, beneficiarySides: true, startsAt: true, endsOn: true,
  scope: true, verifier: true, textNote: true, readingNote: true, confidence: true, terms: true,
  clause: { select: { number: true } },
  quantities: { select: { what: true, value: true, unit: true, valueText: true, operator: true }, orderBy: { id: "asc" } },
  deadlines: { select: { dueOn: true, rule: true, wording: true, origin: true, standing: true, instrument: true, acceptance: true, setBy: true, setOn: true, setOnPrecision: true, basis: true } },
  interpretations: { select: { holder: true, reading: true, statedOn: true, ...bySource } },
  coverages: { select: { observer: true, fromOn: true, toOn: true, level: true, restriction: true, note: true, ...bySource } },
  dependsOn: { select: { dependsOn: { select: { code: true } } } },
  sources: { select: bySource },
} as const;

/** The duties of an agreement with the fields that a file has, in their order. */
export async function listObligationFields(agreementId: number, reader: Tx) {
  const rows = await reader.obligation.findMany({ where: { agreementId }, select: dutyColumns, orderBy: { position: "asc" } });
  return rows.map(({ clause, coverages, dependsOn, sources, ...row }) => ({
    ...row,
    clause: clause.number,
    startsAt: row.startsAt?.toISOString() ?? null,
    endsOn: dayOrNull(row.endsOn),
    deadlines: row.deadlines.map((entry) => ({ ...entry, dueOn: utcDayOf(entry.dueOn), setOn: utcDayOf(entry.setOn) })),
    interpretations: row.interpretations.map(({ source, ...entry }) => ({ ...entry, source: keyOrNull(source) })),
    coverage: coverages.map(({ source, ...entry }) => ({ ...entry, fromOn: utcDayOf(entry.fromOn), toOn: dayOrNull(entry.toOn), source: keyOrNull(source) })),
    dependsOn: dependsOn.map((entry) => entry.dependsOn.code),
    sources: sources.map((entry) => entry.source.key),
  }));
}

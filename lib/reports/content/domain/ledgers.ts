import { casualtyOutcomeLabel } from "@/lib/codelists/casualty";
import { casualtySideLabel } from "@/lib/codelists/casualty-side";
import { sourceAlignmentLabel } from "@/lib/codelists/source-alignment";
import type { IncidentView } from "@/lib/incidents/domain/record";
import type { CalendarDate } from "@/lib/kernel/calendar-date";
import type { Block, Cell, Section } from "../../domain/document";
import { figure, levelOf } from "../../domain/figure";
import type { Vocabulary } from "../../domain/vocabulary";
import { byText, countOf, type ReportRecord } from "../records/domain";

type Ledgers = { readonly records: readonly ReportRecord[]; readonly asOf: CalendarDate; readonly vocabulary: Vocabulary };
type CasualtyLine = IncidentView["casualties"][number];
type Counted = { readonly record: ReportRecord; readonly line: CasualtyLine; readonly counter: string };

/** What each side alleges and counts, a ledger for each. They are drawn apart and never added: they tell of the same days. */
export function ledgersSection(given: Ledgers): Section {
  return {
    id: "ledgers",
    title: "Two ledgers: who says what, and who counts what",
    blocks: [
      { type: "TEXT", text: "Each counter has a ledger of its own. Counts of different counters are about the same events in part, use different rules, and are never added or averaged." },
      ...allegations(given),
      ...casualties(given),
    ],
  };
}

function allegations({ records, asOf, vocabulary }: Ledgers): Block[] {
  const speakers = [...new Set(records.flatMap(({ view }) => view.claims.filter(({ stance }) => stance === "ALLEGED_BY").map(({ speaker }) => speaker)))];
  const items = speakers
    .map((code) => ({ label: vocabulary.speakerOf(code), figure: countOf(records.filter(({ view }) => view.claims.some((claim) => claim.stance === "ALLEGED_BY" && claim.speaker === code)), "records alleged", asOf) }))
    .sort((a, b) => byText(a.label, b.label));
  return items.length === 0 ? [] : [{ type: "BARS", caption: "Records by who alleges them; one that several allege stands in each ledger", isApart: true, items }];
}

/** Whose ledger a count belongs to. Where the record does not say who counted, it stands by itself: it may be anybody's. */
const counterOf = ({ source }: CasualtyLine, { row }: ReportRecord, { sourceOf }: Vocabulary): string => {
  const facts = source === null ? undefined : sourceOf(source);
  return facts ? sourceAlignmentLabel(facts.alignment) : `Not said in ${row.reference}`;
};

function casualties({ records, asOf, vocabulary }: Ledgers): Block[] {
  const lines: Counted[] = records.flatMap((record) => record.view.casualties.map((line) => ({ record, line, counter: counterOf(line, record, vocabulary) })));
  const keyOf = ({ counter, line }: Counted): string => [counter, line.outcome, line.side].join("|");
  const rows = [...new Set(lines.map(keyOf))].sort(byText).map((key) => ledgerRow(lines.filter((counted) => keyOf(counted) === key), { asOf, vocabulary }));
  return [
    {
      type: "TABLE",
      name: "casualties-by-counter",
      caption: "People counted in the records of the period, by who counts",
      columns: [{ label: "Counted by", kind: "TEXT" }, { label: "What", kind: "TEXT" }, { label: "Side of the people", kind: "TEXT" }, { label: "At least", kind: "FIGURE" }, { label: "At most", kind: "FIGURE" }],
      rows,
      whenEmpty: "No record of the period counts people who were harmed. That is no finding that nobody was.",
    },
  ];
}

/** Sums within one counter's ledger; of several figures that it gives for one group of one record the lowest and the highest stand, for they are of the same people. */
function ledgerRow(counted: readonly Counted[], { asOf, vocabulary }: Pick<Ledgers, "asOf" | "vocabulary">): Cell[] {
  const [first] = counted;
  if (!first) return [];
  const groups = new Map<string, Counted[]>();
  for (const entry of counted) {
    const key = `${entry.record.row.reference}|${entry.line.status}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  const bound = (of: (figures: number[]) => number): number =>
    [...groups.values()].reduce((sum, entries) => sum + of(entries.flatMap(({ line }) => [line.low, line.best, line.high].filter((value) => value !== null))), 0);
  const unit = `people ${casualtyOutcomeLabel(first.line.outcome).toLowerCase()}`;
  const sources = new Set(counted.flatMap(({ line, record }) => (line.source === null ? record.roots : (vocabulary.sourceOf(line.source)?.root ?? [])))).size;
  const common = { unit, sources, asOf, level: levelOf(counted.map(({ record }) => record.view.verification)) };
  const isOpen = counted.some(({ line }) => line.best === null && line.high === null);
  return [
    first.counter,
    casualtyOutcomeLabel(first.line.outcome),
    casualtySideLabel(first.line.side),
    figure({ ...common, value: bound((figures) => Math.min(...figures)) }),
    isOpen ? "no upper figure" : figure({ ...common, value: bound((figures) => Math.max(...figures)) }),
  ];
}

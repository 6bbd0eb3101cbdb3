// docs/readings.md, made from the tables that the seed uses, so that the document and the data can't drift apart.
import { obligationKindLabel } from "@/lib/codelists/obligation-kind";
import { readReference } from "./files";
import { findingsFor, levelOf } from "./load/incidents";
import { claimsOf, relationsOf } from "./load/incident-input";
import { deadlinesOf } from "./tables/deadlines";
import { incidentType, incidentTypeOf } from "./tables/incident-types";
import { coverageOf } from "./tables/coverage";
import { interpretationsOf } from "./tables/interpretations";
import { knownDays } from "./tables/known-days";
import { type Duty, milestoneReadings } from "./tables/milestones";
import { obligationKinds } from "./tables/obligation-kinds";

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string => [row(heads), row(heads.map(() => "---")), ...rows.map(row)].join("\n");
const short = (code: string): string => code.slice(code.indexOf("-") + 1);

/** What a finding has beside its relation and effect. */
function remarksOn({ isAcknowledged, level, until, why }: Duty): string {
  const remarks = [isAcknowledged ? "acknowledged" : null, level ?? null, until === undefined ? null : `until ${until} carries it`, why === undefined ? null : `not named in the file: ${why}`].filter((remark) => remark !== null);
  return remarks.length === 0 ? "" : ` (${remarks.join("; ")})`;
}

/** The whole document. `opening` and `closing` are written by hand; the tables between them come from the code. */
export function readingsDocument({ opening, closing }: { opening: string; closing: string }): string {
  const { obligations, milestones, incidents } = readReference();
  const duties = obligations.map(({ code, title }) => {
    const kind = obligationKinds[code];
    return [short(code), title, kind ? `${kind.kind} (${obligationKindLabel(kind.kind).toLowerCase()})` : "", kind?.reading ?? "", kind?.subject ?? ""];
  });
  const dates = Object.entries(deadlinesOf).flatMap(([code, rows]) => rows.map((due) => [short(code), due.dueOn, due.rule, `${due.origin}, ${due.standing}`, `${due.setBy} (${due.setOn}). ${due.basis}`]));
  const readings = Object.entries(interpretationsOf).flatMap(([code, rows]) => rows.map((entry) => [short(code), entry.holder, entry.reading, entry.statedOn ?? "not known", entry.source ?? ""]));
  const observers = Object.entries(coverageOf).flatMap(([code, rows]) =>
    rows.map((entry) => [short(code), entry.observer, entry.fromOn, entry.toOn ?? "", `${entry.level}${entry.restriction === null ? "" : `, ${entry.restriction}`}`, `${entry.note ?? ""} (${entry.source ?? "no source"})`]),
  );
  const steps = milestones.map(({ id, what }) => {
    const reading = milestoneReadings[id];
    const on = Object.entries(reading?.duties ?? {}).map(([code, duty]) => `${code} ${duty.relation}${duty.effect === "NONE" ? "" : ` ${duty.effect}`}${remarksOn(duty)}`);
    return [id, what, reading?.level ?? "", on.join("; "), reading?.rule ?? ""];
  });
  const records = incidents.map((incident) => {
    const { level, rule } = levelOf(incident);
    const type = incidentType(incident.id, incident.type);
    const findings = findingsFor(incident, { obligations: relationsOf(incident) }, level).map(({ code, relation, effect, why }) => `${short(code)} ${relation}${effect === undefined || effect === "NONE" ? "" : ` ${effect}`}: ${why}`);
    const claims = claimsOf(incident).map(({ stance, speaker, against }) => `${speaker} ${stance}${against === null ? "" : ` against ${against}`}`);
    return [incident.id, incident.title, type.code, claims.join("; "), `${level}. ${rule}`, findings.join(" ")];
  });
  const types = Object.entries(incidentTypeOf).map(([word, { code, why }]) => [word, code, why ?? ""]);
  return [
    opening.trim(),
    "## Clause by clause: the kind of each duty",
    table(["Duty", "Title", "Kind", "Why", "Nearest name (PAM)"], duties),
    "## Due dates",
    table(["Duty", "Due", "Rule", "Origin, standing", "Set by, basis"], dates),
    "## Readings by their holders",
    table(["Duty", "Holder", "Reading", "Stated", "Source"], readings),
    "## Who could observe",
    table(["Duty", "Observer", "From", "To", "Level", "Note, source"], observers),
    "## When a row was known, where its sources don't decide",
    table(["Row", "Known from", "Why"], Object.entries(knownDays).map(([id, { on, why }]) => [id, on, why])),
    "## Type words of the files",
    table(["Word", "Code", "Why, where it is not obvious"], types),
    "## Milestones",
    table(["Row", "What", "Level", "Effect on each duty", "Rule"], steps),
    "## Incidents",
    table(["Row", "Title", "Type", "Claim ledger", "Level and rule", "Findings"], records),
    closing.trim(),
    "",
  ].join("\n\n");
}

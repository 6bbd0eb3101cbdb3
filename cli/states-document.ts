import { complianceStateLabel } from "@/lib/codelists/compliance-state";
import { overlayLabel } from "@/lib/codelists/overlay";
import { timelinessLabel } from "@/lib/codelists/timeliness";
import type { Board, BoardItem } from "@/lib/compliance/queries";

/** One day's board as it is known now, and as it was known at the end (UTC) of that day. */
type DayBoards = { readonly knownNow: Board; readonly knownThen: Board };

const head = (ruleVersion: string): string => `# What the board says

Made by \`npm run docs:states\` from the reference data (\`npm run seed\`), by rules ${ruleVersion}; not written by hand. Run it on a database that
holds nothing else, and read what changed. Everything here is demonstration data from excerpts, and no finding of fact or fault.

Each day is read by two clocks. **Known now**: by all that is on record today. **Known by that day**: by what the board had been told by the end
(UTC) of the day itself. The reason given is the one that decides; the rules and records of the other reasons follow it by their codes. \`+n\`
are claims that wait. What is doubtful in these answers, and why each was settled so, stands in \`docs/decisions/0015\` and \`docs/readings.md\`.`;

const cell = (text: string): string => text.replaceAll(/\s+/g, " ").replaceAll("|", "\\|");

const stateOf = ({ state, timeliness, overlays, claimsWaiting }: BoardItem): string =>
  [complianceStateLabel(state), ...(timeliness === null ? [] : [timelinessLabel(timeliness)]), ...overlays.map((overlay) => `*${overlayLabel(overlay)}*`), ...(claimsWaiting === 0 ? [] : [`+${claimsWaiting}`])].join("; ");

type Reason = BoardItem["because"][number];
const codeOf = ({ rule, reference }: Reason): string => (reference === undefined ? rule : `${rule} ${reference}`);

/** The deciding reason in words, then the others by rule and record, each once. */
function reasonOf({ because: [first, ...others] }: BoardItem): string {
  if (!first) return "";
  const also = [...new Set(others.map(codeOf))];
  return `${codeOf(first)}: ${first.text}${also.length === 0 ? "" : ` (${also.join(", ")})`}`;
}

const answerOf = (item: BoardItem): string => `${stateOf(item)} — ${reasonOf(item)}`;

function rowOf(now: BoardItem, then: BoardItem | undefined): string {
  const answer = answerOf(now);
  const earlier = then === undefined ? "" : answerOf(then);
  return `| ${now.code} | ${cell(answer)} | ${earlier === answer ? "the same" : cell(earlier)} |`;
}

function dayOf({ knownNow, knownThen }: DayBoards): string {
  const rows = knownNow.items.map((item) => rowOf(item, knownThen.items.find((other) => other.code === item.code)));
  return [`## ${knownNow.asOf}`, "", "| Duty | Known now | Known by that day |", "| --- | --- | --- |", ...rows].join("\n");
}

/** The page of states: duties by name, then one table for each day. */
export function statesDocument(boards: readonly DayBoards[]): string {
  const items = boards[0]?.knownNow.items ?? [];
  const names = ["| Duty | Kind | Title |", "| --- | --- | --- |", ...items.map(({ code, kind, title }) => `| ${code} | ${kind} | ${cell(title)} |`)].join("\n");
  return `${[head(boards[0]?.knownNow.ruleVersion ?? ""), names, ...boards.map(dayOf)].join("\n\n")}\n`;
}

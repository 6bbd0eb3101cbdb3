import { complianceStateLabel } from "@/lib/codelists/compliance-state";
import { overlayLabel } from "@/lib/codelists/overlay";
import { timelinessLabel } from "@/lib/codelists/timeliness";
import type { BoardChange, Standing } from "@/lib/compliance/domain/board-changes";
import type { CalendarDate } from "@/lib/kernel/calendar-date";
import type { Cell, Section } from "../../domain/document";
import { textColumns } from "./records";

type Stands = Pick<Standing, "state" | "timeliness" | "overlays">;

/** A duty as a board has it. */
export type BoardLine = Stands & {
  readonly code: string;
  readonly title: string;
  readonly because: readonly { readonly text: string; readonly rule: string; readonly reference?: string }[];
  readonly nextDate: CalendarDate | null;
  readonly decision: { readonly asOf: CalendarDate; readonly reason: string } | null;
};

export const dutyHref = (code: string): string => `/obligations/${code}`;

/** A state with what stands beside it, in words alone. */
export const stateInWords = ({ state, timeliness, overlays }: Stands): string =>
  [complianceStateLabel(state), ...(timeliness === null ? [] : [timelinessLabel(timeliness).toLowerCase()]), ...overlays.map((overlay) => overlayLabel(overlay).toLowerCase())].join("; ");

/** Every duty on the day of the report, with the reason that decides. */
export function boardSection(items: readonly BoardLine[], asOf: CalendarDate): Section {
  return {
    id: "board",
    title: "How the duties stand",
    blocks: [
      { type: "TEXT", text: "States follow from published records at level V3 or above, by published rules, with reviewers' decisions laid over them. Claims of one side wait beside them. Silence is not compliance: where nobody could look, it says so." },
      {
        type: "TABLE",
        name: "board",
        caption: `The duties on ${asOf}`,
        columns: textColumns("Duty", "What it asks", "State", "Why", "Next date"),
        rows: items.map((item): Cell[] => [{ text: item.code, href: dutyHref(item.code) }, item.title, stateInWords(item), reasonOf(item), item.nextDate ?? "none"]),
        whenEmpty: "The agreement has no duty on record.",
      },
    ],
  };
}

const reasonOf = ({ because }: BoardLine): string => {
  const [first] = because;
  return first ? `${first.text} (rule ${first.rule})` : "";
};

/** What stands differently at the end than before the first day. */
export function changesSection(changes: readonly BoardChange[], { before, after }: { before: CalendarDate; after: CalendarDate }): Section {
  const why = ({ after: standing }: BoardChange): string => standing.deciding.map(({ text }) => text).join(" ");
  return {
    id: "changes",
    title: "What changed",
    blocks: [
      {
        type: "TABLE",
        name: "changes",
        caption: `Duties that stand differently on ${after} than on ${before}, by the same knowledge`,
        columns: textColumns("Duty", "What it asks", `On ${before}`, `On ${after}`, "Why"),
        rows: changes.map((change): Cell[] => [{ text: change.code, href: dutyHref(change.code) }, change.title, stateInWords(change.before), stateInWords(change.after), why(change)]),
        whenEmpty: "No duty stands differently.",
      },
    ],
  };
}

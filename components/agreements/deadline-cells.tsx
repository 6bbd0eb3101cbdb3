import type { ReactNode } from "react";
import { Td } from "@/components/ui/data-table";
import type { DeadlineText } from "@/lib/agreements/domain/view";
import { amendmentAcceptanceLabel, amendmentInstrumentLabel } from "@/lib/codelists/amendment";
import { deadlineOriginLabel } from "@/lib/codelists/deadline-origin";

type Origin = Pick<DeadlineText, "origin" | "instrument" | "acceptance">;
type Setting = Pick<DeadlineText, "setBy" | "basis" | "wording">;

/** Where a date comes from, and for an amended one by what and with whose assent. */
export const DeadlineOriginCell = ({ deadline: { origin, instrument, acceptance } }: { deadline: Origin }) => (
  <Td>
    {deadlineOriginLabel(origin)}
    {instrument !== null && <span className="block text-ink-soft">{amendmentInstrumentLabel(instrument)}</span>}
    {acceptance !== null && <span className="block text-ink-soft">{amendmentAcceptanceLabel(acceptance)}</span>}
  </Td>
);

/** Who set a date, when (the children), on what basis and in which words. */
export const DeadlineSettingCell = ({ deadline: { setBy, basis, wording }, children }: { deadline: Setting; children: ReactNode }) => (
  <Td className="min-w-60">
    {setBy}, {children}
    <span className="block text-ink-soft">
      {basis}
      {wording !== null && ` Wording: ${wording}.`}
    </span>
  </Td>
);

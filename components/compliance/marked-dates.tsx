import { DateText } from "@/components/ui/date-text";
import type { StripMark } from "@/lib/compliance/domain/strip-marks";

/** What tells a mark from every other mark of its duty. */
export const markKey = ({ kind, on, text }: StripMark): string => `${kind}-${on}-${text}`;

/** Dates of a duty in a table's cell, one a line. */
export const MarkedDates = ({ marks }: { marks: readonly StripMark[] }) =>
  marks.map((mark) => (
    <span key={markKey(mark)} className="block">
      <DateText value={mark.on} />: {mark.text}
    </span>
  ));

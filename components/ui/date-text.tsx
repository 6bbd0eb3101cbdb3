const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** `2020-11-10` as `10 November 2020`; read as text, so that no time zone can move it. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split("-");
  const name = months[Number(month) - 1];
  return year === undefined || date === undefined || name === undefined ? day : `${Number(date)} ${name} ${year}`;
}

type DateTextProps = { value: string | Date; isTimeShown?: boolean };

/** A calendar day (`YYYY-MM-DD`) or an instant, which is shown in UTC and says so. */
export function DateText({ value, isTimeShown = true }: DateTextProps) {
  const iso = value instanceof Date ? value.toISOString() : value;
  const day = dayInWords(iso.slice(0, 10));
  if (iso.length <= 10) return <time dateTime={iso} className="whitespace-nowrap">{day}</time>;
  return (
    <time dateTime={iso} className="whitespace-nowrap">
      {isTimeShown ? `${day}, ${iso.slice(11, 16)} UTC` : day}
    </time>
  );
}

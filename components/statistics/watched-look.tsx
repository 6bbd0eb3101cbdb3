import { classNames } from "@/components/ui/class-names";
import { groundClasses, type MonthGround } from "@/components/ui/month-columns";
import type { TrendMonth } from "@/lib/statistics/domain/told";
import { type Watched, watchedLevel } from "@/lib/statistics/domain/watched";

const grounds: Readonly<Record<Watched, MonthGround | undefined>> = { NOBODY: "grey", LITTLE: "light", MUCH: undefined };
const words: Readonly<Record<Exclude<Watched, "MUCH">, string>> = {
  NOBODY: "Nobody who could observe is on record in this month: no record there does not mean that nothing happened",
  LITTLE: "Observers on record on less than half of the duties' days: few records say little",
};

/** What a month lies on in the pictures, by the share of days on which somebody could observe. */
export const groundOf = (share: number): MonthGround | undefined => grounds[watchedLevel(share)];

/** The share in words, for a title and a table. */
export const watchedText = (share: number): string => (share === 0 ? "nobody who could observe on record" : `observers on record on ${Math.max(1, Math.round(share * 100))} % of the duties' days`);

/** How far the months of an empty answer were watched: nothing on record says little where nobody looked. */
export function WatchedWhileEmpty({ months }: { months: readonly Pick<TrendMonth, "watched">[] }) {
  if (months.length === 0) return null;
  const share = months.reduce((sum, { watched }) => sum + watched, 0) / months.length;
  return <> In these months: {watchedText(share)}.</>;
}

/** What the grounds mean, as items of a legend. */
export const WatchedLegend = () =>
  (["NOBODY", "LITTLE"] as const).map((level) => {
    const ground = grounds[level];
    return (
      <span key={level} className="inline-flex items-center gap-1.5">
        <span aria-hidden="true" className={classNames("inline-block h-3 w-5 shrink-0 border border-line-strong", ground && groundClasses[ground])} /> {words[level]}
      </span>
    );
  });

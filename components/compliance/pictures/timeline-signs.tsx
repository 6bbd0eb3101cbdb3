import type { LaneMark } from "@/components/ui/time-lanes";
import { dayInWords } from "@/components/ui/date-text";
import { LegendList } from "@/components/ui/picture";
import { ShapeMark } from "@/components/ui/shape-mark";
import type { TimelineMark } from "@/lib/compliance/timeline/domain";
import { letterMeaning, letterOf } from "./date-letters";
import { levelShape, levelsMet, levelText } from "./level-look";

const keyOf = ({ kind, on, text, reference }: TimelineMark): string => `${kind}|${on}|${reference ?? ""}|${text}`;

/** The days of a mark in words. */
export const markDays = ({ on, until }: Pick<TimelineMark, "on" | "until">): string => (until === null ? dayInWords(on) : `${dayInWords(on)} to ${dayInWords(until)}`);

/** A mark as it is drawn: a date by its letter, a record by the shape of its level. */
export function laneMark(mark: TimelineMark, index: number): LaneMark {
  const { kind, on, until, verification, isDeciding, reference } = mark;
  const level = verification === null ? "" : ` (${reference ?? ""}, ${levelText(verification)}${isDeciding ? ", decides on the day shown" : ""})`;
  const sign = kind === "RECORD" || kind === "CLAIM" ? { shape: levelShape(verification ?? "") } : { letter: letterOf[kind] };
  return { key: `${keyOf(mark)}|${index}`, on, until, sign, text: `${markDays(mark)}: ${mark.text}${level}`, isUnderlined: isDeciding };
}

/** What the signs met in `marks` mean. */
export function TimelineLegend({ marks }: { marks: readonly TimelineMark[] }) {
  const kinds = [...new Set(marks.map(({ kind }) => kind))];
  const dates = kinds.flatMap((kind) => (kind === "RECORD" || kind === "CLAIM" ? [] : [{ key: kind, sign: letterOf[kind], word: letterMeaning[kind] }]));
  const levels = levelsMet(marks.map(({ verification }) => verification)).map((code) => ({ key: code, sign: <ShapeMark shape={levelShape(code)} />, word: levelText(code) }));
  const deciding = marks.some(({ isDeciding }) => isDeciding) ? [{ key: "deciding", sign: <span className="underline decoration-2 underline-offset-2">&nbsp;&nbsp;&nbsp;</span>, word: "named by the reasons on the day shown" }] : [];
  return <LegendList label="Signs in this picture" items={[...dates, ...levels, ...deciding]} />;
}

"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { dayInWords } from "@/components/ui/date-text";
import { DaySlider, type SliderTick } from "@/components/ui/day-slider";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import type { BoardRequest } from "@/lib/compliance/schema";
import { type CalendarDate, parseCalendarDate } from "@/lib/kernel/calendar-date";
import { type DayAxis, isOnAxis } from "@/lib/kernel/day-axis";
import { momentHref } from "./board-address";

type Request = Pick<BoardRequest, "asOf" | "asOfText" | "asOfError" | "knownOn" | "knownAtText" | "knownAtError">;
type ClockFieldsProps = { path: string; agreement: string | undefined; rules: string | undefined; request: Request; today: CalendarDate; range: DayAxis; ticks: readonly SliderTick[] };

type Texts = { readonly asOf: string; readonly knownAt: string };

/** How long a moving slider rests before the board follows. */
const restMilliseconds = 250;
const listed = (error: string | undefined): string[] | undefined => (error === undefined ? undefined : [error]);
const clamped = (range: DayAxis, day: CalendarDate): CalendarDate => (day < range.from ? range.from : day > range.to ? range.to : day);

/**
 * Both clocks, each as a date field and a slider that stay in step. A moved slider leads to its day; a typed day waits for the
 * form's button. One movement is one step back in the browser's history, however often the board followed it.
 */
export function ClockFields({ path, agreement, rules, request, today, range, ticks }: ClockFieldsProps) {
  const { texts, isLoading, typed, moved, grabbed, released } = useClocks({ path, agreement, rules, request });
  const asOf = clamped(range, parseCalendarDate(texts.asOf) ?? request.asOf);
  // Nobody can know by a day that has not come, so the line of knowledge ends today, and its end means "until now".
  const knowledge: DayAxis = { from: range.from, to: today };
  const knownOn = parseCalendarDate(texts.knownAt);
  const isNow = knownOn === undefined || !isOnAxis(knowledge, knownOn) || knownOn === today;
  return (
    <div aria-busy={isLoading} className="grid w-full min-w-0 gap-x-5 gap-y-3 sm:grid-cols-[14rem_minmax(0,1fr)]">
      <Field label="Day of the world" id="asOf" errors={listed(request.asOfError)} className="min-w-0">
        <TextInput name="asOf" value={texts.asOf} onChange={(event) => typed({ asOf: event.target.value })} inputMode="numeric" placeholder="YYYY-MM-DD" autoComplete="off" />
      </Field>
      <div className="min-w-0 sm:pt-7">
        <DaySlider label="Date of the world" range={range} value={asOf} valueText={dayInWords(asOf)} ticks={ticks} onMove={(day) => moved({ asOf: day })} onGrab={grabbed} onRelease={released} />
      </div>
      <Field label="Known by" id="knownAt" errors={listed(request.knownAtError)} className="min-w-0">
        <TextInput name="knownAt" value={texts.knownAt} onChange={(event) => typed({ knownAt: event.target.value })} inputMode="numeric" placeholder="YYYY-MM-DD, or until now" autoComplete="off" />
      </Field>
      <div className="min-w-0 sm:pt-7">
        <DaySlider
          label="Date of our knowledge"
          range={knowledge}
          value={isNow ? today : knownOn}
          valueText={isNow ? "everything published until now" : `by the end of ${dayInWords(knownOn)}`}
          endText="until now"
          ticks={ticks.filter(({ isTall }) => isTall)}
          onMove={(day) => moved({ knownAt: day === today ? "" : day })}
          onGrab={grabbed}
          onRelease={released}
        />
      </div>
    </div>
  );
}

type Clocks = { texts: Texts; isLoading: boolean; typed: (change: Partial<Texts>) => void; moved: (change: Partial<Texts>) => void; grabbed: () => void; released: () => void };

function useClocks({ path, agreement, rules, request }: Pick<ClockFieldsProps, "path" | "agreement" | "rules" | "request">): Clocks {
  const router = useRouter();
  const [isLoading, startLoading] = useTransition();
  // What is typed or moved to and not yet in the address. A new address wins, except over a movement that still goes on.
  const [draft, setDraft] = useState<{ readonly texts: Texts; readonly isMoving: boolean } | undefined>(undefined);
  const address = `${request.asOfText}|${request.knownAtText}`;
  const [seen, setSeen] = useState(address);
  if (seen !== address) {
    setSeen(address);
    if (draft?.isMoving !== true) setDraft(undefined);
  }
  const texts = draft?.texts ?? { asOf: request.asOfText, knownAt: request.knownAtText };
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pointer = useRef({ isDown: false, isFollowed: false });
  useEffect(() => () => clearTimeout(timer.current), []);

  const follow = (target: Texts) => {
    timer.current = undefined;
    const href = momentHref(path, { asOf: target.asOf, knownOn: target.knownAt === "" ? undefined : target.knownAt, rules }, agreement);
    const isSameMovement = pointer.current.isFollowed;
    pointer.current.isFollowed = pointer.current.isDown;
    setDraft({ texts: target, isMoving: pointer.current.isDown });
    startLoading(() => (isSameMovement ? router.replace(href, { scroll: false }) : router.push(href, { scroll: false })));
  };
  return {
    texts,
    isLoading,
    typed: (change) => setDraft({ texts: { ...texts, ...change }, isMoving: false }),
    moved: (change) => {
      const target = { ...texts, ...change };
      setDraft({ texts: target, isMoving: true });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => follow(target), restMilliseconds);
    },
    grabbed: () => {
      pointer.current = { isDown: true, isFollowed: false };
    },
    released: () => {
      pointer.current.isDown = false;
      if (timer.current !== undefined) {
        clearTimeout(timer.current);
        follow(texts);
      }
      pointer.current.isFollowed = false;
    },
  };
}

import { finding, plainly, saying, type Reading } from "./reason";
import { isNullToken } from "./text";

/** A count as one cell gives it: a figure, or a span where the cell holds two. Null is not known, which is not zero. */
export type FigureCell = { readonly low: number | null; readonly best: number | null; readonly high: number | null };
const unknown: FigureCell = { low: null, best: null, high: null };
const exactly = (best: number): FigureCell => ({ low: null, best, high: null });

/** What a record may count at most; more is a slip of the pen. */
const mostCounted = 10_000_000;

const whole = (text: string): Reading<FigureCell> => {
  const figure = Number(text);
  return figure > mostCounted
    ? saying(unknown, finding("casualties_implausible", `${text} is more than ${mostCounted}, the most that a record may count.`))
    : plainly(exactly(figure));
};

/** Digits of other scripts as those of ASCII; undefined where there are none. */
function asciiDigits(text: string): string | undefined {
  if (/\d/.test(text) || !/^\p{Nd}+$/u.test(text)) return undefined;
  return Array.from(text, (digit) => String(valueOfDigit(digit))).join("");
}

/** Each script's ten digits stand in a row, so the distance from its zero is the value. */
function valueOfDigit(digit: string): number {
  const point = digit.codePointAt(0) ?? 0;
  let zero = point;
  while (zero > point - 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return point - zero;
}

type Shape = { readonly form: RegExp; readonly read: (match: RegExpExecArray, text: string) => Reading<FigureCell> };
const spanOf = (low: string, high: string): Reading<FigureCell> =>
  saying({ low: Number(low), best: null, high: Number(high) }, finding("casualty_range_in_one_cell", `The cell gives a span: low ${low}, high ${high}, no best figure.`, `${low}-${high}`));
const proposed = (code: "thousands_separator" | "approximate_number" | "unusual_number_format", figure: number): Reading<FigureCell> =>
  Number.isSafeInteger(figure) && figure >= 0 && figure <= mostCounted
    ? saying(exactly(figure), finding(code, proposals[code](figure), String(figure)))
    : saying(unknown, finding(code, proposals[code]()));
const proposals = {
  thousands_separator: (figure?: number) => `The cell groups its digits${figure === undefined ? "" : `: ${figure} if they are thousands`}.`,
  approximate_number: (figure?: number) => `The cell gives no exact figure${figure === undefined ? "" : `; about ${figure}`}.`,
  unusual_number_format: (figure?: number) => `The figure is written in an unusual way${figure === undefined ? "" : `; it may mean ${figure}`}.`,
};

/** How a count may be written, most usual first. Nothing is passed to `Number` that is not digits alone. */
const shapes: readonly Shape[] = [
  { form: /^\+?(\d+)(?:[.,]0+)?$/, read: ([, digits = ""], text) => (/^\+?\d{1,3}[.,]000$/.test(text) ? proposed("thousands_separator", Number(text.replaceAll(/\D/g, ""))) : whole(digits)) },
  { form: /^[-\u2212]\s*0+$/, read: () => proposed("unusual_number_format", 0) },
  { form: /^[-\u2212]\s*\d+(?:[.,]\d+)?$/, read: (_match, text) => saying(unknown, finding("negative_casualties", `${text} is negative; nobody can be counted so.`)) },
  { form: /^\d{1,3}(?:[\s\u00A0\u202F'’.,]\d{3})+$/, read: (_match, text) => proposed("thousands_separator", Number(text.replaceAll(/\D/g, ""))) },
  { form: /^\+?\d+[.,]\d+$/, read: (_match, text) => saying(unknown, finding("not_an_integer", `${text} is no whole number of people.`)) },
  { form: /^(\d+)\s*(?:-|–|—|\.\.|to)\s*(\d+)$/i, read: ([, low = "", high = ""]) => spanOf(low, high) },
  { form: /^(?:~|≈|>=?|<=?|≥|≤|c\.?|ca\.?|circa|about|around|approx\.?|at least|up to|over|more than|nearly)\s*(\d+)\+?$/i, read: ([, digits = ""]) => proposed("approximate_number", Number(digits)) },
  { form: /^(\d+)\s*(?:\+|\?)$/, read: ([, digits = ""]) => proposed("approximate_number", Number(digits)) },
  { form: /^(\d+)(?:\.(\d+))?e\+?(\d{1,2})$/i, read: ([text = ""]) => proposed("unusual_number_format", Number(text)) },
  { form: /^0x[\da-f]+$/i, read: () => saying(unknown, finding("unusual_number_format", proposals.unusual_number_format())) },
];

/**
 * A cell that counts people. Refused where it can be no count (negative, broken, beyond reason); held with a proposal where it
 * can be read but not for certain. Empty is not known, never zero.
 */
export function readFigure(text: string): Reading<FigureCell> {
  if (text === "") return plainly(unknown);
  if (isNullToken(text)) return saying(unknown, finding("null_token", `“${text}” is read as an empty cell: not known.`));
  for (const { form, read } of shapes) {
    const match = form.exec(text);
    if (match) return read(match, text);
  }
  const digits = asciiDigits(text);
  if (digits !== undefined) return proposed("unusual_number_format", Number(digits));
  return saying(unknown, finding("not_a_number", `“${text}” is no number; leave the cell empty where the figure is not known.`));
}

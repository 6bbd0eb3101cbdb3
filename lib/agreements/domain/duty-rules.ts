import type { FieldError } from "@/lib/kernel/refusal";

/** No term of a truce is longer; a slip of the pen would otherwise ask the board for a day that no calendar has. */
export const longestTerm = { years: 100, months: 1200 } as const;

type Terms = {
  ruleVersion?: string | undefined;
  termYears?: number | undefined;
  noticeMonths?: number | undefined;
  startReadings?: readonly { on: string }[] | undefined;
};
type Quantity = { what: string; value: number | null; unit: string | null; valueText: string | null };
export type DutyFacts = { code: string; kind: string; startsAt: string | null; terms: Terms; quantities: readonly Quantity[] };

const error = (path: string, code: string, message: string): FieldError => ({ path, code, message });

/** What is wrong with the figures and settings of a duty for the rule that its kind asks for. */
export const dutyErrors = (duty: DutyFacts, path: string): FieldError[] => [...quantityErrors(duty, path), ...termErrors(duty, path)];

function quantityErrors({ code, kind, quantities }: DutyFacts, path: string): FieldError[] {
  const errors = quantities.flatMap(({ what, value, unit, valueText }, index) => {
    const at = `${path}.quantities.${index}`;
    if (value === null && valueText === null) return [error(`${at}.value`, "quantity_empty", `The quantity “${what}” of ${code} has neither a value nor words for one.`)];
    if (value !== null && unit === null) return [error(`${at}.unit`, "quantity_without_unit", `The quantity “${what}” of ${code} is ${value} of nothing: name its unit, such as persons.`)];
    return [];
  });
  const hasLimit = quantities.some(({ value, unit }) => value !== null && unit !== null);
  if (kind === "QUANTITY_CEILING" && !hasLimit) errors.push(error(`${path}.quantities`, "ceiling_without_figure", `${code} is a quantity ceiling and names no figure with its unit.`));
  return errors;
}

/** The length that a term rule reads: from the settings, else from the figures of the text. */
const lengthIn = ({ quantities }: DutyFacts, unit: "years" | "months"): { index: number; value: number } | undefined => {
  const index = quantities.findIndex((entry) => entry.unit?.startsWith(unit) === true);
  const value = quantities[index]?.value;
  return value === undefined || value === null ? undefined : { index, value };
};

function termErrors(duty: DutyFacts, path: string): FieldError[] {
  const { code, kind, terms } = duty;
  const isTerm = kind === "TERM";
  const hasLength = terms.termYears !== undefined || (isTerm && lengthIn(duty, "years") !== undefined);
  const checks: [boolean, FieldError][] = [
    [isTerm && !hasLength, error(`${path}.terms.termYears`, "term_without_length", `${code} is a term: say how many years it lasts (terms.termYears, or a quantity in years).`)],
    [hasLength && !hasStart(duty), error(`${path}.terms.startReadings`, "term_without_start", `The term of ${code} has no day to count from: give startsAt, or startReadings with whose reading each is.`)],
    [terms.noticeMonths !== undefined && !hasLength, error(`${path}.terms.noticeMonths`, "notice_without_term", `${code} has a notice of ${terms.noticeMonths} months and no term that it could end.`)],
  ];
  return [...(isTerm ? lengthErrors(duty, path) : []), ...checks.flatMap(([isWrong, problem]) => (isWrong ? [problem] : []))];
}

const hasStart = ({ startsAt, terms }: DutyFacts): boolean => startsAt !== null || (terms.startReadings ?? []).length > 0;

function lengthErrors(duty: DutyFacts, path: string): FieldError[] {
  return (["years", "months"] as const).flatMap((unit) => {
    const found = lengthIn(duty, unit);
    if (!found || (Number.isInteger(found.value) && found.value >= 1 && found.value <= longestTerm[unit])) return [];
    return [error(`${path}.quantities.${found.index}.value`, "impossible_length", `A term of ${found.value} ${unit} can't be counted: write a whole number from 1 to ${longestTerm[unit]}.`)];
  });
}

/** Settings mean something only under rules: a duty that sets any names a version of them that this product has. */
export function ruleVersionErrors(obligations: readonly DutyFacts[], versions: readonly string[]): FieldError[] {
  return obligations.flatMap(({ code, terms }, index) => {
    const path = `obligations.${index}.terms.ruleVersion`;
    const { ruleVersion, ...settings } = terms;
    const named = Object.entries(settings).filter(([, value]) => value !== undefined).map(([name]) => name);
    if (ruleVersion === undefined) return named.length === 0 ? [] : [error(path, "rule_without_version", `${code} sets ${named.join(", ")} and does not say for which version of the rules; write ruleVersion: ${versions.join(" or ")}.`)];
    return versions.includes(ruleVersion) ? [] : [error(path, "unknown_rule_version", `There are no rules ${JSON.stringify(ruleVersion)} here; there are ${versions.join(", ")}.`)];
  });
}

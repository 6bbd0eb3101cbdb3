// What is wanted of a measurement, as data: `over` milliseconds beyond the empty route's median, `within` milliseconds or whatever the
// measurement's unit is, `atLeast` of it, or `times` what raw PostgreSQL takes. `percentile` is the one that is meant.
const amountOf = ({ value, product }, { percentile = "median" }) => value?.amount ?? product[percentile];
const unitOf = ({ value }) => value?.unit ?? "ms";

/** The target in words; nothing where there is none. */
export function targetText(result) {
  const { target } = result;
  if (target === undefined || typeof target === "string") return target ?? "";
  const named = target.percentile === "p95" ? "p95 " : "";
  if (target.over !== undefined) return `${target.over} ms over the empty route`;
  if (target.times !== undefined) return `${target.times} × SQL`;
  return target.atLeast === undefined ? `${named}at most ${target.within} ${unitOf(result)}` : `at least ${target.atLeast} ${unitOf(result)}`;
}

/** Whether a target is met; undefined where nothing can be said. `empty` is the result of the empty route in the same run. */
export function isMet(result, empty) {
  const { target, raw } = result;
  if (target === undefined || typeof target === "string") return undefined;
  const amount = amountOf(result, target);
  if (target.over !== undefined) return empty === undefined ? undefined : amount - empty.product.median <= target.over;
  if (target.times !== undefined) return raw === undefined ? undefined : result.product.median / raw.median <= target.times;
  return target.atLeast === undefined ? amount <= target.within : amount >= target.atLeast;
}

/** A measurement takes no longer than this many times what it took with the fewest records. */
export const mostGrowth = 1.5;

/** How much longer a measurement takes at its largest size than at its smallest, over an empty route's time; undefined where there is but one. */
export function growthOf(results, name) {
  const own = results.filter((result) => result.name === name && result.value === undefined).sort((a, b) => a.size - b.size);
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined || first.size === last.size) return undefined;
  return { from: first.size, to: last.size, ratio: last.product.median / first.product.median };
}

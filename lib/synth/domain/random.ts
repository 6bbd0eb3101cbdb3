/** Numbers that look random and are the same for the same seed, on every machine. */
export type Random = {
  /** A whole number from 0 up to, but not including, `limit`. */
  below: (limit: number) => number;
  chance: (share: number) => boolean;
  pick: <T>(list: readonly T[]) => T;
  /** One of the entries, each as often as its weight says. */
  weighted: <T>(entries: readonly (readonly [T, number])[]) => T;
};

/**
 * The numbers of one record: those of record `index` don't depend on how many records are made, so a larger load begins
 * with the smaller one. The mixing step is Mulberry32 (Tommy Ettinger, public domain).
 */
export function randomOf(seed: number, index: number): Random {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    chance: (share) => next() < share,
    pick: <T>(list: readonly T[]): T => chosen(list[below(list.length)]),
    weighted: <T>(entries: readonly (readonly [T, number])[]): T => {
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      const found = entries.find(([, weight]) => (left -= weight) < 0) ?? entries.at(-1);
      return chosen(found)[0];
    },
  };
}

function chosen<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError("there is nothing to choose from");
  return value;
}

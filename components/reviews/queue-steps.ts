type Position = { readonly at: number; readonly count: number };

const steps: Readonly<Record<string, (position: Position) => number>> = {
  ArrowDown: ({ at, count }) => Math.min(at + 1, count - 1),
  ArrowUp: ({ at }) => Math.max(at - 1, 0),
  j: ({ at, count }) => Math.min(at + 1, count - 1),
  k: ({ at }) => Math.max(at - 1, 0),
  Home: () => 0,
  End: ({ count }) => count - 1,
};

/** The record that a key goes to, counted from 0; undefined where the key means nothing here. It never leaves the list. */
export const nextInQueue = (key: string, position: Position): number | undefined => (position.count === 0 ? undefined : steps[key]?.(position));

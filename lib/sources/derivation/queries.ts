/** A source with what it relays, four steps up: a relay of a relay of a relay of a relay. */
const own = { id: true, kind: true, withdrawnAt: true } as const;
export const derivedSelect = { ...own, root: { select: { ...own, root: { select: { ...own, root: { select: { ...own, root: { select: own } } } } } } } } as const;

export type Derived = { readonly id: number; readonly withdrawnAt: Date | null; readonly root?: Derived | null };

/** The source at the root of this one, as far up as it was read. */
export const rootIdOf = (source: Derived): number => (source.root ? rootIdOf(source.root) : source.id);

/** Withdrawn itself, or resting on one that is: a relay falls with what it relays. */
export const isWithdrawn = (source: Derived): boolean => source.withdrawnAt !== null || (source.root ? isWithdrawn(source.root) : false);

/** A source as it is shown and cited: facts about it, no grade of its owner. */
export type SourceItem = {
  readonly id: number;
  readonly key: string;
  readonly publisher: string;
  readonly title: string | null;
  readonly publishedOn: string | null;
  readonly url: string | null;
  readonly basis: string;
  readonly kind: string;
  readonly alignment: string;
  readonly reliability: string;
  readonly derivation: string;
};

export type SourcePage = { readonly items: readonly (SourceItem & { readonly uses: number })[]; readonly count: number; readonly page: number; readonly pages: number };
export type SourceCounts = { readonly kinds: Readonly<Record<string, number>>; readonly alignments: Readonly<Record<string, number>>; readonly total: number };

type KeyedClaim = { readonly stance: string; readonly speaker: string; readonly against: string | null; readonly statedOn: string | null; readonly source: number | null };

/**
 * What a claim says, in one text. Evidence is tied to this and not to a row: an edit writes all claims of a record anew, and a
 * claim that now says something else is no longer the one that the evidence was tied to.
 */
export const claimKeyOf = ({ stance, speaker, against, statedOn, source }: KeyedClaim): string => JSON.stringify([stance, speaker, against, statedOn, source]);

/** The positions (from 0) of the claims that the keys mean now; a key that no claim bears any more has none. */
export function claimPositions(keys: readonly string[], claims: readonly KeyedClaim[]): number[] {
  const wanted = new Set(keys);
  return claims.flatMap((claim, position) => (wanted.has(claimKeyOf(claim)) ? [position] : []));
}

/** How many of the keys no claim bears any more. */
export function lostClaims(keys: readonly string[], claims: readonly KeyedClaim[]): number {
  const borne = new Set(claims.map(claimKeyOf));
  return keys.filter((key) => !borne.has(key)).length;
}

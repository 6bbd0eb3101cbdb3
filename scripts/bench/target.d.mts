export function targetText(result: object): string;
export function isMet(result: object, empty: object | undefined): boolean | undefined;
export function growthOf(results: readonly object[], name: string): { from: number; to: number; ratio: number } | undefined;

export function rowOf(result: object, empty: object | undefined): string[];
export function growthLines(results: readonly object[]): string[];

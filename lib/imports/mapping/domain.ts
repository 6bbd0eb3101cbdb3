import type { ImportChoices } from "../domain/plan";

/** A header without what people change by accident: case, spaces at the ends, spaces or dashes for underscores. */
const bare = (header: string): string => header.trim().toLowerCase().replaceAll(/[\s_-]+/g, "_");

/** What stands for a set of headers, whatever their order: to be hashed. */
export const headersText = (headers: readonly string[]): string => JSON.stringify(headers.map(bare).sort());

/** How a source's files are read, as it was last saved for these headers. */
export type SavedMapping = { sourceName: string; version: number; choices: ImportChoices };

/** Brings the job queue's own schema to what its library wants. */
export function installJobTables(url: string): Promise<void>;

/** The largest number of a row: ids are PostgreSQL's `integer`. */
export const largestRowId = 2_147_483_647;

/** Whether a value can be the number of a row; anything else names none. */
export const isRowId = (value: unknown): value is number => typeof value === "number" && Number.isInteger(value) && value > 0 && value <= largestRowId;

import pino from "pino";

/** One JSON line per event on standard output. Never give it a request body, a token or a person's words. */
export const log = pino({ name: "truce-ledger" });

import { invalid } from "@/lib/kernel/refusal";
import { refuse, type Result } from "@/lib/kernel/result";

/** An agreement without obligations has no board; so a code that nobody knows is told from an empty answer. */
export const isAgreementWithoutBoard = (agreement: string | undefined, items: readonly unknown[]): agreement is string => agreement !== undefined && items.length === 0;

export const noSuchBoard = (agreement: string): Result<never> => refuse(invalid("agreement", "unknown_code", `"${agreement}" is no agreement with obligations; /agreements lists them.`));

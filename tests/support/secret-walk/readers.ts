// Who walks the formats in search of what was planted, and what each of them may read.
import type { ProtectedField } from "@/lib/codelists/protected-field";
import { mayReadField, mayReadProtected, type ReadMarks, scopeOf } from "@/lib/incidents/policy";
import type { Actor } from "@/lib/kernel/actor";
import { theAccount } from "../accounts";
import type { DemoAccount } from "../api";

export type Reader = { readonly account: DemoAccount; readonly actor: Actor };

/** Every role, and both an analyst of the records' own team and one of another. */
export const readerAccounts: readonly DemoAccount[] = ["viewer", "admin", "analyst2", "analyst", "reviewer2", "auditor"];

const actors = new Map<DemoAccount, Promise<Actor>>();

/** The account's actor, made once: making the accounts hashes their passwords. */
export function actorNamed(account: DemoAccount): Promise<Actor> {
  const known = actors.get(account) ?? theAccount(account);
  actors.set(account, known);
  return known;
}

export const theReader = async (account: DemoAccount): Promise<Reader> => ({ account, actor: await actorNamed(account) });

/** One secret in one part of one published record. */
export type Planted = {
  readonly id: number;
  /** The number in all of the record's secrets. */
  readonly n: number;
  /** The part that holds it; `whole` is what people say about a record, which may tell any part of it. */
  readonly part: ProtectedField | "unit" | "whole";
  readonly marks: ReadMarks;
  /** Finds the secret in a text. */
  readonly secret: RegExp;
  readonly what: string;
};

/** Whether the reader may come upon the secret; of what goes into files, nothing that is source-protected. */
export function mayFind({ actor }: Reader, { part, marks }: Planted, isFile: boolean): boolean {
  const scope = scopeOf(actor);
  const field = part === "unit" ? "place" : part;
  const mayRead = field === "whole" ? mayReadProtected(scope, marks) : mayReadField(scope, marks, field);
  return mayRead && !(isFile && (marks.sensitivity === "S3_SOURCE_PROTECTED" || Object.values(marks.protectedFields).includes("S3_SOURCE_PROTECTED")));
}

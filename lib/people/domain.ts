import type { Role } from "@/lib/kernel/actor";

/** The e-mail as it is stored and compared: trimmed, lower case. */
export const normalisedEmail = (text: string): string => text.trim().toLowerCase();

/** What a role is called on screen and what it is for, in one line. */
export const roleInWords: Record<Role, { label: string; purpose: string }> = {
  VIEWER: { label: "Viewer", purpose: "reads published records and the board" },
  ANALYST: { label: "Analyst", purpose: "logs incidents and submits them for review" },
  REVIEWER: { label: "Reviewer", purpose: "decides on records that others wrote" },
  AUDITOR: { label: "Auditor", purpose: "reads everything and the audit trail, writes nothing" },
  ADMIN: { label: "Administrator", purpose: "keeps people and access, never decides on content" },
};

export type Account = { email: string; name: string; role: Role; team: string };

/** The demonstration accounts. They are roles, not persons, and exist only while TRUCE_DEMO is on. */
export const demoAccounts: readonly Account[] = [
  { email: "viewer@demo.invalid", name: "Demo viewer", role: "VIEWER", team: "Office" },
  { email: "analyst@demo.invalid", name: "Demo analyst, Team North", role: "ANALYST", team: "Team North" },
  { email: "analyst2@demo.invalid", name: "Demo analyst, Team South", role: "ANALYST", team: "Team South" },
  { email: "reviewer@demo.invalid", name: "Demo reviewer, Team North", role: "REVIEWER", team: "Team North" },
  { email: "reviewer2@demo.invalid", name: "Demo reviewer, Team South", role: "REVIEWER", team: "Team South" },
  { email: "auditor@demo.invalid", name: "Demo auditor", role: "AUDITOR", team: "Office" },
  { email: "admin@demo.invalid", name: "Demo administrator", role: "ADMIN", team: "Office" },
];

/** Who the command line acts as unless told otherwise: whoever has the database's address already administers it. */
export const operatorEmail = "operator@system.invalid";

/** Who acts in jobs that run by the clock. */
export const timedWorkEmail = "timed-work@system.invalid";
/** Whom files that the command line brings in are written down to, where no account is named: an administrator, as whom it acts otherwise, brings in none. */
export const importerEmail = "import@system.invalid";

/** Accounts that act for the product. They have no password and can't hold a session or a token. */
export const systemAccounts: readonly Account[] = [
  { email: "reference-import@system.invalid", name: "Reference import", role: "ANALYST", team: "Reference data" },
  { email: "reference-review-1@system.invalid", name: "Reference review 1", role: "REVIEWER", team: "Reference data" },
  { email: "reference-review-2@system.invalid", name: "Reference review 2", role: "REVIEWER", team: "Reference data" },
  { email: operatorEmail, name: "Command line", role: "ADMIN", team: "Office" },
  { email: timedWorkEmail, name: "Timed work", role: "ADMIN", team: "Office" },
  { email: importerEmail, name: "Command line import", role: "ANALYST", team: "Office" },
];

export const tokenPrefix = "tl_";
export const tokenDays = { least: 1, most: 365, usual: 90 } as const;

/** When a token made at `now` for `days` days ends. */
export const tokenExpiry = (now: Date, days: number): Date => new Date(now.getTime() + days * 86_400_000);

/**
 * Where to go after signing in: a path of this site or the front page. `//host`, `/\host`, other origins and control
 * characters are refused, and so is the sign-in page itself, so that a crafted link can't lead away or in circles.
 */
export function safeReturnPath(text: string | null | undefined): string {
  if (!text?.startsWith("/") || !URL.canParse(text, "http://this.invalid")) return "/";
  const url = new URL(text, "http://this.invalid");
  const isElsewhere = url.origin !== "http://this.invalid" || url.pathname.startsWith("//") || /^\/(sign-in|api)(\/|$)/.test(url.pathname);
  return isElsewhere ? "/" : `${url.pathname}${url.search}`;
}

/** How often a password may be wrong for one address: ten times in a quarter of an hour, where NIST SP 800-63B allows at most a hundred in a row. */
export const signInLimit = { name: "sign-in", tries: 10, seconds: 15 * 60 } as const;

/** What the sign-in page is told where there were too many. */
export const tooManyAttempts = "TooManyAttempts";

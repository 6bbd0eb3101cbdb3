/**
 * The chain over the audit, as docs/audit-chain.md describes it. The database adds the links; here they are recomputed from the rows
 * alone, so that whoever changed the database's own functions is found out too.
 */

/** An audit entry as the database holds it; `dataText` is its JSON as PostgreSQL prints it. */
export type SealedEntry = {
  readonly id: string;
  readonly at: Date;
  readonly actorId: number | null;
  readonly event: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly dataText: string;
};

/** The kept version of an incident that an entry speaks of. */
export type SealedVersion = {
  readonly incidentId: number;
  readonly version: number;
  readonly event: string;
  readonly actorId: number;
  readonly recordedAt: Date;
  readonly snapshotText: string;
};

/** A link with what it seals, as far as that is still there. */
export type Link = {
  readonly seq: number;
  readonly entryId: string;
  readonly recordHash: string | null;
  readonly prevHash: string;
  readonly hash: string;
  readonly entry: SealedEntry | undefined;
  readonly version: SealedVersion | undefined;
  /** The number of the bundle that it speaks for, and the digests in it as they are now; for entries of a batch only. */
  readonly bundleId?: number | undefined;
  readonly leaves?: string | undefined;
};

/** Where the chain stands after a link. */
export type Head = { readonly seq: number; readonly hash: string };

/** Before the first link. */
export const emptyChain: Head = { seq: 0, hash: "0".repeat(64) };

/** SHA-256 of the UTF-8 bytes, as 64 lower-case hexadecimal digits. */
export type Digest = (text: string) => string;

/** What is wrong, and with which row. */
export type ChainFault =
  | { kind: "link-missing"; seq: number }
  | { kind: "entry-missing"; seq: number; entryId: string }
  | { kind: "link-changed"; seq: number; entryId: string; expected: string; found: string }
  | { kind: "entry-changed"; seq: number; entryId: string; expected: string; found: string }
  | { kind: "version-missing" | "version-changed"; seq: number; entryId: string; incidentId: string; version: string }
  | { kind: "entry-unsealed"; entryId: string }
  | { kind: "version-unsealed"; incidentId: string; version: string }
  | { kind: "bundle-missing" | "bundle-changed"; seq: number; entryId: string; bundle: number }
  | { kind: "bundle-unsealed"; bundle: number }
  | { kind: "anchor-differs"; seq: number; day: string; expected: string; found: string }
  | { kind: "end-cut"; seq: number; day: string; anchoredSeq: number };

// PostgreSQL's JSON holds no NUL, so a text that begins with one is a number that keeps its digits.
const numberMark = "\u0000";
const tokens = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?/g;

/**
 * JSON text as PostgreSQL prints it, in the form of RFC 8785: no spaces, keys in order of their code points. Numbers keep every
 * digit and have no exponent. Equal values give equal text. Throws where the text is no JSON.
 */
export function canonicalJson(text: string): string {
  const exact = text.replaceAll(tokens, (token) => (token.startsWith('"') ? token : JSON.stringify(numberMark + token)));
  return printed(JSON.parse(exact) as unknown);
}

function printed(value: unknown): string {
  if (typeof value === "string") return value.startsWith(numberMark) ? plainNumber(value.slice(1)) : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(printed).join(",")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const members = Object.entries(value).sort(([a], [b]) => byCodePoint(a, b));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${printed(member)}`).join(",")}}`;
}

const plainNumber = (digits: string): string => (digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits).replace(/^-0$/, "0");

function byCodePoint(a: string, b: string): number {
  for (let at = 0; ; ) {
    const left = a.codePointAt(at);
    const right = b.codePointAt(at);
    if (left === undefined || right === undefined) return (left === undefined ? 0 : 1) - (right === undefined ? 0 : 1);
    if (left !== right) return left - right;
    at += left > 0xffff ? 2 : 1;
  }
}

/** What stands for a kept version: canonical JSON, to be hashed. */
export const versionText = ({ snapshotText, ...version }: SealedVersion): string => versionTextOf(version, canonicalJson(snapshotText));

/** The same where the snapshot is canonical JSON already. */
export function versionTextOf({ incidentId, version, event, actorId, recordedAt }: Omit<SealedVersion, "snapshotText">, snapshot: string): string {
  return `{"actorId":${actorId},"event":${JSON.stringify(event)},"incidentId":${incidentId},"recordedAt":"${recordedAt.toISOString()}","snapshot":${snapshot},"version":${version}}`;
}

/** What a link's hash is the hash of: canonical JSON of the entry, its place and the hash before it. */
export function sealedText(entry: SealedEntry, { seq, prevHash, recordHash }: Pick<Link, "seq" | "prevHash" | "recordHash">): string {
  const { id, at, actorId, event, subjectType, subjectId, dataText } = entry;
  const subject = `{"id":${JSON.stringify(subjectId)},"type":${JSON.stringify(subjectType)}}`;
  const opening = `{"actorId":${actorId},"at":"${at.toISOString()}","data":${canonicalJson(dataText)},"event":${JSON.stringify(event)},"id":"${id}"`;
  return `${opening},"prevHash":"${prevHash}","recordHash":${JSON.stringify(recordHash)},"seq":${seq},"subject":${subject}}`;
}

export type Step = { readonly ok: true; readonly head: Head } | { readonly ok: false; readonly fault: ChainFault };

const faulty = (fault: ChainFault): Step => ({ ok: false, fault });

/** Whether the link follows from what came before it and from what it seals, and where the chain stands then. */
export function nextStep(before: Head, link: Link, digest: Digest): Step {
  const { seq, entryId, entry, recordHash, prevHash, hash } = link;
  if (seq !== before.seq + 1) return faulty({ kind: "link-missing", seq: before.seq + 1 });
  if (prevHash !== before.hash) return faulty({ kind: "link-changed", seq, entryId, expected: before.hash, found: prevHash });
  if (!entry) return faulty({ kind: "entry-missing", seq, entryId });
  const found = digest(sealedText(entry, link));
  if (found !== hash) return faulty({ kind: "entry-changed", seq, entryId, expected: hash, found });
  if (link.bundleId !== undefined) return bundleStep(link, link.bundleId, digest);
  const kept = link.version && digest(versionText(link.version));
  if ((kept ?? null) !== recordHash) return faulty({ kind: kept === undefined ? "version-missing" : "version-changed", seq, entryId, ...versionNamed(entry) });
  return { ok: true, head: { seq, hash } };
}

function bundleStep({ seq, entryId, recordHash, hash, leaves }: Link, bundle: number, digest: Digest): Step {
  const kept = leaves === undefined ? null : digest(leaves);
  return kept === recordHash ? { ok: true, head: { seq, hash } } : faulty({ kind: kept === null ? "bundle-missing" : "bundle-changed", seq, entryId, bundle });
}

/** The first version of a bundle that is not as its digests say: changed, removed, or put in. The bundle itself was found right. */
export function bundleFault({ seq, entryId, leaves = "" }: Link, versions: readonly SealedVersion[], digest: Digest): ChainFault | undefined {
  const sealed = new Map(leaves.split("\n").map((line) => line.split(" ")).map(([key = "", leaf = ""]) => [key, leaf]));
  for (const version of versions) {
    const key = `${version.incidentId}:${version.version}`;
    const named = { incidentId: String(version.incidentId), version: String(version.version) };
    const leaf = sealed.get(key);
    if (leaf === undefined) return { kind: "version-unsealed", ...named };
    if (leaf !== digest(versionText(version))) return { kind: "version-changed", seq, entryId, ...named };
    sealed.delete(key);
  }
  const [missing] = sealed.keys();
  if (missing === undefined) return undefined;
  const [incidentId = "", version = ""] = missing.split(":");
  return { kind: "version-missing", seq, entryId, incidentId, version };
}

function versionNamed({ subjectId, dataText }: SealedEntry): { incidentId: string; version: string } {
  const data = JSON.parse(dataText) as { version?: unknown };
  return { incidentId: subjectId, version: String(data.version) };
}

/** Where the next link still holds the old hash, the entry is untouched and its link was rewritten; else the entry was. */
export function blamed(fault: ChainFault, nextPrevHash: string | undefined): ChainFault {
  if (fault.kind !== "entry-changed" || nextPrevHash === undefined || nextPrevHash === fault.expected) return fault;
  return { ...fault, kind: "link-changed", expected: nextPrevHash, found: fault.expected };
}

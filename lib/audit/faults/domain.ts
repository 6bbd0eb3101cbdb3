import type { ChainFault } from "../chain/domain";

type VersionFault = Extract<ChainFault, { incidentId: string }>;
type AnchorFault = Extract<ChainFault, { day: string }>;
type BundleFault = Extract<ChainFault, { bundle: number }>;
type RowFault = Exclude<ChainFault, VersionFault | AnchorFault | BundleFault>;

const short = (hash: string): string => `${hash.slice(0, 12)}…`;

/** What is wrong with which row, in a sentence for whoever has to look into it. */
export function faultInWords(fault: ChainFault): string {
  if ("incidentId" in fault) return versionFaultInWords(fault);
  if ("bundle" in fault) return bundleFaultInWords(fault);
  return "day" in fault ? anchorFaultInWords(fault) : rowFaultInWords(fault);
}

function rowFaultInWords(fault: RowFault): string {
  switch (fault.kind) {
    case "link-missing":
      return `Link ${fault.seq} of the chain is not there: its row in audit_seal was removed or renumbered.`;
    case "entry-missing":
      return `Entry ${fault.entryId} (link ${fault.seq}) is not there: its row in audit_entry was removed.`;
    case "link-changed":
      return `Link ${fault.seq} of the chain (entry ${fault.entryId}) was changed in audit_seal: it holds ${short(fault.found)} where its neighbour holds ${short(fault.expected)}.`;
    case "entry-changed":
      return `Entry ${fault.entryId} (link ${fault.seq}) is not as it was sealed: its row in audit_entry gives ${short(fault.found)}, sealed was ${short(fault.expected)}.`;
    case "entry-unsealed":
      return `Entry ${fault.entryId} is in no link of the chain: its row was put into audit_entry past the database's own rules.`;
  }
}

function versionFaultInWords(fault: VersionFault): string {
  const what = `Version ${fault.version} of incident ${fault.incidentId}`;
  switch (fault.kind) {
    case "version-missing":
      return `${what}, which entry ${fault.entryId} (link ${fault.seq}) speaks of, is not there: its row in incident_version was removed.`;
    case "version-changed":
      return `${what} is not as it was when entry ${fault.entryId} (link ${fault.seq}) was sealed: its row in incident_version was changed.`;
    case "version-unsealed":
      return `${what} is spoken of by no entry: its row was put into incident_version past the product.`;
  }
}

function bundleFaultInWords(fault: BundleFault): string {
  switch (fault.kind) {
    case "bundle-missing":
      return `Bundle ${fault.bundle}, which entry ${fault.entryId} (link ${fault.seq}) speaks for, is not there: its row in audit_bundle was removed.`;
    case "bundle-changed":
      return `Bundle ${fault.bundle} is not as it was when entry ${fault.entryId} (link ${fault.seq}) was sealed: its row in audit_bundle was changed.`;
    case "bundle-unsealed":
      return `Bundle ${fault.bundle} is spoken for by no entry: its row was put into audit_bundle past the product.`;
  }
}

const anchorFaultInWords = (fault: AnchorFault): string =>
  fault.kind === "anchor-differs"
    ? `The anchor of ${fault.day} tells of another link ${fault.seq}: it holds ${short(fault.expected)}, the chain has ${short(fault.found)} there.`
    : `The end of the chain was cut off from link ${fault.seq} on: the anchor of ${fault.day} tells of link ${fault.anchoredSeq}.`;

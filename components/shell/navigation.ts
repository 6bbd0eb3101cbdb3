import type { Role } from "@/lib/kernel/actor";

export type NavigationItem = { href: string; label: string };
export type NavigationGroup = { label: string; items: NavigationItem[] };
/** What the bar shows side by side: a section, or several under one word. */
export type NavigationEntry = NavigationItem | NavigationGroup;

const everyone: readonly Role[] = ["VIEWER", "ANALYST", "REVIEWER", "AUDITOR", "ADMIN"];

type Group = "Desk" | "Files" | "Reference";
type Item = NavigationItem & { roles: readonly Role[]; group?: Group };

const items: readonly Item[] = [
  { href: "/board", label: "Board", roles: everyone },
  { href: "/incidents", label: "Incidents", roles: everyone },
  { href: "/map", label: "Map", roles: everyone },
  { href: "/statistics", label: "Statistics", roles: everyone },
  { href: "/review", label: "Review queue", roles: ["REVIEWER"], group: "Desk" },
  { href: "/decisions", label: "Decisions", roles: ["REVIEWER"], group: "Desk" },
  { href: "/imports", label: "Imports", roles: ["ANALYST", "REVIEWER", "AUDITOR"], group: "Files" },
  { href: "/duplicates", label: "Duplicates", roles: ["ANALYST", "REVIEWER"], group: "Desk" },
  { href: "/corrections", label: "Corrections", roles: everyone, group: "Desk" },
  { href: "/reports", label: "Reports", roles: everyone, group: "Files" },
  { href: "/agreements", label: "Agreements", roles: everyone, group: "Reference" },
  { href: "/sources", label: "Sources", roles: everyone, group: "Reference" },
  { href: "/methods", label: "Methods", roles: everyone, group: "Reference" },
  { href: "/audit", label: "Audit", roles: ["AUDITOR", "ADMIN"] },
];

/**
 * The sections that a role can use, in the order of the bar; those of one group stand where its first one stands, and a group of
 * one is that one itself. A convenience for the eye: each page asks its own policy again.
 */
export function navigationFor(role: Role): NavigationEntry[] {
  const usable = items.filter((item) => item.roles.includes(role));
  const membersOf = (group: Group) => usable.filter((item) => item.group === group);
  return usable.flatMap((item): NavigationEntry[] => {
    if (item.group === undefined) return [linkOf(item)];
    const members = membersOf(item.group);
    if (members[0] !== item) return [];
    return members.length === 1 ? [linkOf(item)] : [{ label: item.group, items: members.map(linkOf) }];
  });
}

const linkOf = ({ href, label }: Item): NavigationItem => ({ href, label });

/** Pages that belong to a section without lying below its address. */
const sectionOf: Record<string, string> = { "/obligations": "/board", "/exports": "/incidents" };

/** Whether the page at `path` lies in the section at `href`. */
export function isInSection(path: string, href: string): boolean {
  const first = `/${path.split("/")[1] ?? ""}`;
  return (sectionOf[first] ?? first) === href;
}

import type { Role } from "@/lib/kernel/actor";

export type NavigationItem = { href: string; label: string };

const everyone: readonly Role[] = ["VIEWER", "ANALYST", "REVIEWER", "AUDITOR", "ADMIN"];

const items: readonly (NavigationItem & { roles: readonly Role[] })[] = [
  { href: "/board", label: "Board", roles: everyone },
  { href: "/incidents", label: "Incidents", roles: everyone },
  { href: "/map", label: "Map", roles: everyone },
  { href: "/review", label: "Review queue", roles: ["REVIEWER"] },
  { href: "/decisions", label: "Decisions", roles: ["REVIEWER"] },
  { href: "/duplicates", label: "Duplicates", roles: ["ANALYST", "REVIEWER"] },
  { href: "/corrections", label: "Corrections", roles: everyone },
  { href: "/agreements", label: "Agreements", roles: everyone },
  { href: "/sources", label: "Sources", roles: everyone },
  { href: "/methods", label: "Methods", roles: everyone },
  { href: "/audit", label: "Audit", roles: ["AUDITOR", "ADMIN"] },
];

/** The sections that a role can use. A convenience for the eye: each page asks its own policy again. */
export const navigationFor = (role: Role): NavigationItem[] => items.filter((item) => item.roles.includes(role)).map(({ href, label }) => ({ href, label }));

/** Pages that belong to a section without lying below its address. */
const sectionOf: Record<string, string> = { "/obligations": "/board" };

/** Whether the page at `path` lies in the section at `href`. */
export function isInSection(path: string, href: string): boolean {
  const first = `/${path.split("/")[1] ?? ""}`;
  return (sectionOf[first] ?? first) === href;
}

"use client";

import { usePathname } from "next/navigation";
import { classNames } from "@/components/ui/class-names";
import { Menu } from "./menu";
import { isInSection, type NavigationEntry, type NavigationGroup } from "./navigation";
import { SectionLink } from "./section-link";

type MainNavigationProps = { entries: readonly NavigationEntry[]; direction: "row" | "column" };

/** The sections, with the current one marked for eye and ear. Side by side a group opens; below each other all of it is there. */
export function MainNavigation({ entries, direction }: MainNavigationProps) {
  const path = usePathname();
  const Group = direction === "row" ? OpeningGroup : ListedGroup;
  return (
    <ul className={direction === "row" ? "flex flex-wrap items-end gap-x-1" : "flex flex-col"}>
      {entries.map((entry) => (
        <li key={entry.label}>
          {"items" in entry ? <Group group={entry} path={path} /> : <SectionLink item={entry} path={path} edge={direction === "row" ? "bottom" : "left"} />}
        </li>
      ))}
    </ul>
  );
}

type GroupProps = { group: NavigationGroup; path: string };

function OpeningGroup({ group, path }: GroupProps) {
  const current = group.items.find(({ href }) => isInSection(path, href));
  return (
    <Menu
      name="shell"
      className={classNames("border-b-2", current ? "border-accent" : "border-transparent")}
      label={
        <span className={current ? "font-semibold text-ink" : "text-ink-soft"}>
          {group.label}
          {current && <span className="font-normal text-ink-soft"> · {current.label}</span>}
        </span>
      }
    >
      <GroupLinks group={group} path={path} />
    </Menu>
  );
}

function ListedGroup({ group, path }: GroupProps) {
  return (
    <>
      <p className="mt-3 mb-1 px-3.5 text-xs font-medium text-ink-soft">{group.label}</p>
      <GroupLinks group={group} path={path} />
    </>
  );
}

function GroupLinks({ group, path }: GroupProps) {
  return (
    <ul aria-label={group.label} className="flex flex-col">
      {group.items.map((item) => (
        <li key={item.href}>
          <SectionLink item={item} path={path} edge="left" />
        </li>
      ))}
    </ul>
  );
}

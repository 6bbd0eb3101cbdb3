"use client";

import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { NavigationItem } from "@/components/shell/navigation";
import { useJumpTargets } from "./use-jump-targets";

type Target = { reference: string; title: string; href: string };
type PaletteProps = { pages: readonly NavigationItem[]; close: () => void };

/** Type a few letters, choose with the arrow keys, go there with Enter. */
export function Palette({ pages, close }: PaletteProps) {
  const router = useRouter();
  const [text, setText] = useState("");
  const typed = text.trim();
  const { targets, isAsking, hasFailed } = useJumpTargets(typed);
  const go = (href: string) => {
    close();
    router.push(href);
  };
  const named = pages.filter(({ label }) => label.toLowerCase().includes(typed.toLowerCase()));
  return (
    <Command.Dialog
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) close();
      }}
      label="Go to a page or a record"
      shouldFilter={false}
      loop
      overlayClassName="fixed inset-0 z-40 bg-black/40"
      contentClassName="fixed inset-x-3 top-16 z-50 mx-auto max-w-xl rounded-lg border border-line-strong bg-surface shadow-xl"
    >
      <Command.Input value={text} onValueChange={setText} placeholder="A page, a reference, words, a place" className="w-full border-b border-line bg-transparent px-4 py-3 text-base text-ink outline-none placeholder:text-ink-soft" />
      <Command.List className="max-h-[60dvh] overflow-y-auto p-2" aria-busy={isAsking}>
        {hasFailed && <p className="px-3 py-2 text-sm text-ink">The search did not answer. Try again in a moment.</p>}
        <Targets heading="Pages" targets={named.map(({ href, label }) => ({ reference: "", title: label, href }))} go={go} />
        <Targets heading="Incidents" targets={targets.incidents} go={go} />
        <Targets heading="Obligations" targets={targets.obligations} go={go} />
        <Targets heading="Agreements" targets={targets.agreements} go={go} />
        {/* Last, and only once the rest is there: what is first is what Enter takes. */}
        {typed !== "" && !isAsking && <Targets heading="Search" targets={[{ reference: "", title: `All incidents with “${typed}”`, href: `/incidents?${new URLSearchParams({ q: typed })}` }]} go={go} />}
      </Command.List>
      <p className="border-t border-line px-4 py-2 text-xs text-ink-soft" role="status">
        {isAsking ? "Looking…" : "Arrow keys choose, Enter goes there, Escape closes."}
      </p>
    </Command.Dialog>
  );
}

type TargetsProps = { heading: string; targets: readonly Target[]; go: (href: string) => void };

function Targets({ heading, targets, go }: TargetsProps) {
  if (targets.length === 0) return null;
  return (
    <Command.Group heading={heading} className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-soft">
      {targets.map(({ reference, title, href }) => (
        <Command.Item key={href} value={href} onSelect={go} className="flex cursor-pointer gap-3 rounded-md px-3 py-2 text-sm text-ink data-[selected=true]:bg-sunken">
          {reference !== "" && <span className="shrink-0 text-ink-soft">{reference}</span>}
          <span className="min-w-0 truncate">{title}</span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}

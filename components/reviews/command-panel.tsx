"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { type Command, needsReason } from "@/lib/incidents/domain/workflow";
import { ApprovalFields, type Ceiling, type LinkedObligation } from "./approval-fields";
import { CommandForm, type CommandTarget } from "./command-form";
import { commandWords } from "./command-words";

type CommandPanelProps = {
  target: CommandTarget;
  /** How far the review has come, in sentences. */
  standing: readonly string[];
  allowed: readonly Command[];
  ceiling: Ceiling;
  isSecondApproval: boolean;
  obligations: readonly LinkedObligation[];
};

/** Commands that take a word of explanation though they do not demand one. */
const offersReason = (command: Command): boolean => needsReason(command) || command === "hold" || command === "approve";

/** What may be done with the record now: one button per allowed command; pressing one opens its form below. */
export function CommandPanel({ target, standing, allowed, ceiling, isSecondApproval, obligations }: CommandPanelProps) {
  const { opened, setOpened, panel, form } = useOpenedCommand(target.version);
  const current = opened && allowed.includes(opened) ? opened : undefined;
  return (
    <div ref={panel} tabIndex={-1} className="grid gap-4">
      {standing.length > 0 && (
        <div role="status" className="grid gap-1 text-sm text-ink">
          {standing.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      <div className="flex flex-wrap gap-2 empty:hidden">
        {allowed.map((command) => (
          <Button
            key={command}
            variant={commandWords[command].variant}
            aria-expanded={current === command}
            aria-controls="command-form"
            onClick={() => setOpened(current === command ? undefined : command)}
          >
            {commandWords[command].button}
          </Button>
        ))}
      </div>
      <div id="command-form" ref={form} hidden={!current}>
        {current && (
          <CommandForm
            key={`${current} ${target.version}`}
            target={target}
            command={current}
            isReasonOffered={offersReason(current)}
            onCancel={() => setOpened(undefined)}
            shownFields={current === "approve" ? shownIn(obligations) : []}
          >
            {(errorsOf) => current === "approve" && <ApprovalFields ceiling={ceiling} isSecondApproval={isSecondApproval} obligations={obligations} errorsOf={errorsOf} />}
          </CommandForm>
        )}
      </div>
    </div>
  );
}

/** Which command's form is open. A step that was taken closes it and keeps the keyboard at the panel. */
function useOpenedCommand(version: number) {
  const [opened, setOpened] = useState<Command | undefined>(undefined);
  const [seen, setSeen] = useState(version);
  const panel = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLDivElement>(null);
  const first = useRef(version);
  if (seen !== version) {
    setSeen(version);
    setOpened(undefined);
  }
  useEffect(() => {
    if (opened) form.current?.querySelector<HTMLElement>("select, textarea, button[type=submit]")?.focus();
  }, [opened]);
  useEffect(() => {
    if (first.current !== version) panel.current?.focus();
    first.current = version;
  }, [version]);
  return { opened, setOpened, panel, form };
}

const shownIn = (obligations: readonly LinkedObligation[]): string[] => [
  "verification",
  ...obligations.flatMap((_, index) => [`findings[${index}]`, `findings[${index}].relation`, `findings[${index}].effect`]),
];

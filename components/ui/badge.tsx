import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type BadgeTone = "neutral" | "calm" | "notice" | "strong" | "muted";

/** Ground, line and ink of each tone. */
export const toneClasses: Record<BadgeTone, string> = {
  neutral: "border-line-strong bg-surface text-ink",
  calm: "border-accent-line bg-accent-soft text-accent-ink",
  notice: "border-notice-line bg-notice-soft text-notice-ink",
  strong: "border-strong bg-strong text-strong-ink",
  muted: "border-dashed border-line-strong bg-sunken text-ink-soft",
};

type BadgeProps = { tone?: BadgeTone; icon?: ReactNode; title?: string | undefined; className?: string | undefined; children: ReactNode };

/** A short label. The text carries the meaning; tone and icon only help the eye. */
export function Badge({ tone = "neutral", icon, title, className, children }: BadgeProps) {
  return (
    <span
      title={title}
      className={classNames(
        "inline-flex max-w-full items-center gap-1.5 rounded-sm border px-1.5 py-0.5 text-xs leading-4 font-medium align-middle",
        toneClasses[tone],
        className,
      )}
    >
      {icon}
      <span className="min-w-0">{children}</span>
    </span>
  );
}

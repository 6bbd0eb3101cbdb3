import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type NoticeTone = "neutral" | "calm" | "notice" | "strong" | "danger";

const toneClasses: Record<NoticeTone, string> = {
  neutral: "border-line-strong bg-surface text-ink",
  calm: "border-accent bg-accent-soft text-ink",
  notice: "border-notice-ink bg-notice-soft text-ink",
  strong: "border-strong bg-sunken text-ink",
  danger: "border-danger-ink bg-danger-soft text-ink",
};

type NoticeProps = { tone?: NoticeTone; title?: ReactNode; className?: string | undefined; role?: "status" | "alert" | "note"; id?: string; children?: ReactNode };

/** Something to know before reading on. `role="alert"` for a refusal, `"status"` for a result. */
export function Notice({ tone = "neutral", title, className, role, id, children }: NoticeProps) {
  return (
    <div id={id} role={role} className={classNames("rounded-sm border border-l-4 px-3.5 py-2.5 text-sm", toneClasses[tone], className)}>
      {title !== undefined && <p className="font-semibold">{title}</p>}
      {children !== undefined && <div className={title === undefined ? undefined : "mt-0.5"}>{children}</div>}
    </div>
  );
}

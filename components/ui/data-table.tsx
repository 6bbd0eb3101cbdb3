import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

type TableProps = { caption: ReactNode; isCaptionVisible?: boolean; className?: string | undefined; children: ReactNode };

/** A table that scrolls sideways in its own box, which can be reached and moved by keyboard. */
export function Table({ caption, isCaptionVisible = false, className, children }: TableProps) {
  return (
    <div className="overflow-x-auto rounded-md border border-line bg-surface" role="region" aria-label={typeof caption === "string" ? caption : undefined} tabIndex={0}>
      <table className={classNames("w-full border-collapse text-left text-sm", className)}>
        <caption className={isCaptionVisible ? "px-3 py-2 text-left text-sm text-ink-soft" : "sr-only"}>{caption}</caption>
        {children}
      </table>
    </div>
  );
}

export const Thead = ({ className, ...rest }: ComponentProps<"thead">) => <thead className={classNames("border-b border-line-strong bg-sunken", className)} {...rest} />;

export const Tbody = ({ className, ...rest }: ComponentProps<"tbody">) => <tbody className={classNames("divide-y divide-line", className)} {...rest} />;

export const Tr = ({ className, ...rest }: ComponentProps<"tr">) => <tr className={classNames("align-top", className)} {...rest} />;

export const Th = ({ className, scope = "col", ...rest }: ComponentProps<"th">) => (
  <th scope={scope} className={classNames("px-3 py-2 font-semibold text-ink", scope === "col" && "whitespace-nowrap", className)} {...rest} />
);

export const Td = ({ className, ...rest }: ComponentProps<"td">) => <td className={classNames("px-3 py-2.5 text-ink", className)} {...rest} />;

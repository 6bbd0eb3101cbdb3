import { classNames } from "./class-names";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "small" | "medium";

const variantClasses: Record<ButtonVariant, string> = {
  primary: "border-accent bg-accent text-accent-contrast hover:bg-accent-strong hover:border-accent-strong",
  secondary: "border-line-strong bg-surface text-ink hover:bg-sunken",
  quiet: "border-transparent bg-transparent text-accent-ink hover:bg-accent-soft",
  danger: "border-danger-line bg-surface text-danger-ink hover:bg-danger-soft",
};

/** The look of a button, shared by real buttons and links that lead to an action. */
export const buttonClasses = (variant: ButtonVariant, size: ButtonSize, className?: string): string =>
  classNames(
    "inline-flex items-center justify-center gap-2 rounded-md border font-medium no-underline transition-colors",
    "disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:cursor-not-allowed aria-disabled:opacity-60",
    size === "small" ? "min-h-8 px-2.5 py-1 text-sm" : "min-h-10 px-4 py-2 text-sm",
    variantClasses[variant],
    className,
  );

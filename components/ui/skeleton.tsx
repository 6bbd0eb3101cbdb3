import { classNames } from "./class-names";

/** A grey place-holder while something loads. Size it with `className`. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={classNames("animate-pulse rounded-sm bg-line", className ?? "h-4 w-full")} />;
}

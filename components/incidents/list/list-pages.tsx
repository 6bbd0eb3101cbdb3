import { LinkButton } from "@/components/ui/link-button";
import { pageHref } from "./filter-params";

type ListPagesProps = { params: URLSearchParams; nextCursor: string | null; shown: number; count: number };

/** Steps through the list by cursor: on, or back to its beginning. */
export function ListPages({ params, nextCursor, shown, count }: ListPagesProps) {
  const isFurther = params.has("cursor");
  if (nextCursor === null && !isFurther) return null;
  return (
    <nav aria-label="Pages of the list" className="mt-4 flex flex-wrap items-center justify-between gap-3 print:hidden">
      {isFurther ? (
        <LinkButton href={pageHref(params, undefined)} size="small">
          First page
        </LinkButton>
      ) : (
        <span />
      )}
      <span className="text-sm text-ink-soft">
        {shown.toLocaleString("en-GB")} of {count.toLocaleString("en-GB")} on this page
      </span>
      {nextCursor === null ? (
        <span className="text-sm text-ink-soft">End of the list</span>
      ) : (
        <LinkButton href={pageHref(params, nextCursor)} rel="next" size="small">
          Next page
        </LinkButton>
      )}
    </nav>
  );
}

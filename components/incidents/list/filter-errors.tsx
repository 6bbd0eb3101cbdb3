import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { FieldError } from "@/lib/kernel/refusal";
import { labelOfFilter } from "./filter-params";

/** What is wrong with the filters of an address, said where their answer would stand, and the way out. */
export function FilterErrors({ title, errors, reset }: { title: string; errors: readonly FieldError[]; /** The page without filters. */ reset: string }) {
  return (
    <Notice tone="danger" role="alert" title={title}>
      <ul className="list-disc pl-5">
        {errors.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            {labelOfFilter(path)}: {message}
          </li>
        ))}
      </ul>
      <p className="mt-1">
        <TextLink href={reset}>Reset filters</TextLink>
      </p>
    </Notice>
  );
}

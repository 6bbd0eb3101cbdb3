import Link from "next/link";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** A link in running text or a table: underlined, so that colour is not the only sign. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return <Link className={classNames("text-accent-ink underline decoration-accent-line underline-offset-2 hover:decoration-current", className)} {...rest} />;
}

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { TextLink } from "@/components/ui/text-link";

/** No such page, or one the reader may not know of: the two look the same on purpose. */
export function NotFoundPanel() {
  return (
    <div className="mx-auto max-w-xl py-10">
      <h1 className="text-2xl font-semibold text-ink">There is nothing here</h1>
      <p className="mt-2 text-ink-soft">The address has no page, or it belongs to a record that you may not see.</p>
      <form action="/incidents" className="mt-6 flex flex-wrap items-end gap-2">
        <Field label="Search incidents by reference or words" id="not-found-q" className="min-w-0 grow">
          <TextInput name="q" type="search" autoComplete="off" required />
        </Field>
        <Button type="submit" variant="primary">
          Search
        </Button>
      </form>
      <ul className="mt-6 flex flex-wrap gap-x-6 gap-y-2 text-sm">
        <li>
          <TextLink href="/board">Board</TextLink>
        </li>
        <li>
          <TextLink href="/incidents">All incidents</TextLink>
        </li>
        <li>
          <TextLink href="/agreements">Agreements</TextLink>
        </li>
      </ul>
    </div>
  );
}

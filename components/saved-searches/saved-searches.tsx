import { TextLink } from "@/components/ui/text-link";
import { ForgetSearchButton } from "./forget-search-button";
import { SaveSearchForm } from "./save-search-form";

type SavedSearch = { readonly id: number; readonly name: string; readonly query: string };
type SavedSearchesProps = { saved: readonly SavedSearch[]; /** The filters in force as they would be saved; empty where there are none. */ current: string };

/** The reader's saved searches, and a way to save the one that is shown. Nothing where there is neither. */
export function SavedSearches({ saved, current }: SavedSearchesProps) {
  const shown = saved.find(({ query }) => query === current);
  if (saved.length === 0 && current === "") return null;
  return (
    <section aria-labelledby="saved-searches" className="flex flex-wrap items-start gap-x-4 gap-y-2">
      <h2 id="saved-searches" className="py-1 text-sm font-semibold text-ink">
        Saved searches
      </h2>
      {saved.length > 0 && (
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {saved.map(({ id, name, query }) => (
            <li key={id} className="flex items-center gap-1">
              <TextLink href={`/incidents?${query}`} aria-current={query === current ? "true" : undefined} className={query === current ? "inline-block py-1 font-semibold" : "inline-block py-1"}>
                {name}
              </TextLink>
              <ForgetSearchButton id={id} name={name} />
            </li>
          ))}
        </ul>
      )}
      {current !== "" && !shown && <SaveSearchForm key={`${saved.length} ${current}`} query={current} />}
    </section>
  );
}

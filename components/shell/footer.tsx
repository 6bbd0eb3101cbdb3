import { ExternalLink } from "@/components/ui/external-link";

/** What the data is, and whom it is owed to. On every page, on paper too. */
export function Footer() {
  return (
    <footer className="border-t border-line">
      <div className="mx-auto flex max-w-7xl flex-col gap-1.5 px-3 py-5 text-xs text-ink-soft sm:px-6">
        <p>
          Reference rows are demonstration data compiled from excerpts of public pages. They are records of what was said and by whom, not findings of fact, and
          not a complete account. Silence is not compliance.
        </p>
        <p>
          Map outlines: <ExternalLink href="https://www.naturalearthdata.com/">Natural Earth</ExternalLink> (public domain). Place positions:{" "}
          <ExternalLink href="https://www.geonames.org/">GeoNames</ExternalLink>, <ExternalLink href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</ExternalLink>.
          Names and outlines imply no view on the status of any territory.
        </p>
      </div>
    </footer>
  );
}

import { TextLink } from "@/components/ui/text-link";

/** Where programs and feed readers follow what changes. The link in the head lets a browser's feed reader find it by itself. */
export function FeedsNote() {
  return (
    <section aria-labelledby="feeds" className="mt-8 border-t border-line pt-3 text-sm text-ink-soft">
      <link rel="alternate" type="application/atom+xml" title="Truce Ledger: incidents" href="/api/v1/feeds/incidents.atom" />
      <h2 id="feeds" className="font-semibold text-ink">
        Feeds
      </h2>
      <p>
        Follow what is published, corrected, retracted and merged: <TextLink href="/api/v1/feeds/incidents.atom" prefetch={false}>Atom feed</TextLink> for feed readers,{" "}
        <TextLink href="/api/v1/feeds/changes.ndjson" prefetch={false}>change feed</TextLink> for programs. Both take a token or your session and hold what you may read; a record that was
        withdrawn stays in them with its reason. <TextLink href="/api/docs">All of the API</TextLink>
      </p>
    </section>
  );
}

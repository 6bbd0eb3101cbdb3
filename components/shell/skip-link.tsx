/** The first stop of the Tab key: past the navigation, to the page's content. */
export function SkipLink() {
  return (
    <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-strong focus:px-4 focus:py-2 focus:text-strong-ink">
      Skip to content
    </a>
  );
}

/** The address that was asked, with these of its parameters set anew. */
export function feedAddress(path: string, request: Request, over: Record<string, string> = {}): string {
  const params = new URLSearchParams(new URL(request.url).searchParams);
  for (const [name, value] of Object.entries(over)) params.set(name, value);
  return params.size === 0 ? path : `${path}?${params}`;
}

/** RFC 8288: where the feed goes on. */
export const linkHeader = (next: string | undefined): Record<string, string> => (next === undefined ? {} : { link: `<${next}>; rel="next"` });

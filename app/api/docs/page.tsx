import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { OperationSection } from "./_parts/operation-section";
import { operationsInWords } from "./_parts/operation-words";

export const metadata: Metadata = { title: "HTTP API" };

const example = `TOKEN=$(npm run --silent cli -- token create --user analyst@demo.invalid | tail -1)
curl -H "Authorization: Bearer $TOKEN" "http://localhost:3000/api/v1/board?asOf=2020-11-26"`;

export default function ApiDocsPage() {
  const operations = operationsInWords();
  const tags = [...new Set(operations.map((operation) => operation.tag))];
  return (
    <main className="mx-auto max-w-5xl px-4 py-8 sm:px-6">
      <PageHeader
        eyebrow={
          <TextLink href="/">Truce Ledger</TextLink>
        }
        title="HTTP API"
        lead={
          <>
            Made from the same schemas that check the input. For programs:{" "}
            <TextLink href="/api/v1/openapi.json" prefetch={false}>
              openapi.json
            </TextLink>{" "}
            (OpenAPI 3.1).
          </>
        }
      />
      <pre className="overflow-x-auto rounded-md border border-line bg-sunken p-4 text-sm text-ink" role="region" aria-label="Example" tabIndex={0}>
        {example}
      </pre>
      <nav aria-label="Operations" className="mt-6 text-sm">
        <ul className="grid gap-1 sm:grid-cols-2">
          {operations.map(({ id, method, path }) => (
            <li key={id}>
              <a href={`#${id}`} className="underline underline-offset-2">
                {method} {path}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {tags.map((tag) => (
        <section key={tag} aria-labelledby={`tag-${tag}`} className="mt-10">
          <h2 id={`tag-${tag}`} className="mb-3 text-lg font-semibold text-ink">
            {tag}
          </h2>
          {operations
            .filter((operation) => operation.tag === tag)
            .map((operation) => (
              <OperationSection key={operation.id} operation={operation} />
            ))}
        </section>
      ))}
    </main>
  );
}

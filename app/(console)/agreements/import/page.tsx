import type { Metadata } from "next";
import { ImportForm } from "@/components/agreements/import/import-form";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { loadAgreementImport } from "@/lib/agreements/file/loaders";

export const metadata: Metadata = { title: "Import an agreement" };

export default async function AgreementImportPage() {
  await loadAgreementImport();
  return (
    <>
      <PageHeader
        eyebrow={<TextLink href="/agreements">Agreements</TextLink>}
        title="Import an agreement"
        lead="One file holds one agreement with its speakers, sources, wordings and duties. A preview shows what would be added; what is on record is never overwritten."
      />
      <p className="mb-5 max-w-prose text-sm text-ink-soft">
        To see how a file is written, export an agreement from its page. The format with all its fields is described in docs/agreement-format, which comes with the product; <TextLink href="/api/docs">the HTTP API</TextLink> takes the same file.
      </p>
      <ImportForm />
    </>
  );
}

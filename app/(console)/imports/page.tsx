import type { Metadata } from "next";
import { ImportList } from "@/components/imports/list/import-list";
import { ImportUploader } from "@/components/imports/upload/import-uploader";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { loadImports } from "@/lib/imports/loaders";

export const metadata: Metadata = { title: "Imports" };

export default async function ImportsPage() {
  const { imports, mayImport, limitBytes, sources } = await loadImports();
  return (
    <>
      <PageHeader title="Imports" lead="Files of incidents on their way in. A file is read and shown first; it is written as one batch, all or none, as drafts for review, and can be undone." />
      <div className="grid grid-cols-1 gap-6">
        {mayImport && (
          <Card title="Bring in a file">
            <ImportUploader limitBytes={limitBytes} sources={sources} />
          </Card>
        )}
        <ImportList imports={imports} />
      </div>
    </>
  );
}

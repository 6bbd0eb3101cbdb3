import type { Metadata } from "next";
import { VerifyForm } from "@/components/reports/verify-form";
import { Wordmark } from "@/components/shell/wordmark";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { loadVerifyPage } from "@/lib/reports/loaders";

export const metadata: Metadata = { title: "Verify a report" };

export default async function VerifyPage() {
  const { isSignedIn } = await loadVerifyPage();
  return (
    <>
      <Wordmark />
      <div className="mt-6">
        <PageHeader
          title="Verify a report"
          lead="Whether a report was made here and is as it was made. No account is needed for that."
          actions={isSignedIn && <TextLink href="/reports">Reports</TextLink>}
        />
        <Card>
          <VerifyForm isSignedIn={isSignedIn} />
        </Card>
      </div>
    </>
  );
}

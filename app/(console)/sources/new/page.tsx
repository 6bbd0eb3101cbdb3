import type { Metadata } from "next";
import { NewSourceForm } from "@/components/sources/registry/new-source-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { loadNewSource } from "@/lib/sources/registry/loaders";

export const metadata: Metadata = { title: "Register a source" };

export default async function NewSourcePage() {
  await loadNewSource();
  return (
    <>
      <PageHeader eyebrow={<TextLink href="/sources">Sources</TextLink>} title="Register a source" lead="Where something was read, heard or seen. It can be named by its number in the form of a record right after." />
      <Card>
        <NewSourceForm />
      </Card>
    </>
  );
}

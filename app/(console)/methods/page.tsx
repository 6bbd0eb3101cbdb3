import type { Metadata } from "next";
import { MethodsKinds } from "@/components/compliance/methods-kinds";
import { MethodsRules } from "@/components/compliance/methods-rules";
import { PageHeader } from "@/components/ui/page-header";
import { firstRuleSet } from "@/lib/compliance/domain/settings";

export const metadata: Metadata = { title: "Methods" };

export default function MethodsPage() {
  return (
    <>
      <PageHeader title="Methods" lead={`How a duty gets its state: the rules that the program applies, version ${firstRuleSet.version}. This page is built from the same tables as the board.`} />
      <MethodsRules settings={firstRuleSet.settings} />
      <MethodsKinds />
    </>
  );
}

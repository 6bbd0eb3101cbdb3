import type { Metadata } from "next";
import { SignInPanel } from "@/components/people/sign-in-panel";
import { Wordmark } from "@/components/shell/wordmark";
import { loadSignIn } from "@/lib/people/loaders";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const { next } = await searchParams;
  const { returnPath, demo } = await loadSignIn(typeof next === "string" ? next : undefined);
  return (
    <>
      <Wordmark />
      <SignInPanel returnPath={returnPath} demo={demo} />
    </>
  );
}

"use client";

import { useState } from "react";
import { Card } from "@/components/ui/card";
import { DemoAccounts } from "./demo-accounts";
import { SignInForm } from "./sign-in-form";

type DemoAccount = { email: string; role: string; purpose: string };
type SignInPanelProps = { returnPath: string; demo: { accounts: DemoAccount[]; password: string | undefined } | undefined };

/** The form, and beside it the demonstration accounts where there are any. */
export function SignInPanel({ returnPath, demo }: SignInPanelProps) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const choose = (account: string) => {
    setEmail(account);
    setPassword(demo?.password ?? "");
  };
  return (
    <div className={demo ? "mt-6 grid items-start gap-6 md:grid-cols-2" : "mt-6 max-w-md"}>
      <Card>
        <h1 className="text-xl font-semibold text-ink">Sign in</h1>
        <SignInForm returnPath={returnPath} email={email} password={password} onEmail={setEmail} onPassword={setPassword} />
      </Card>
      {demo && <DemoAccounts accounts={demo.accounts} password={demo.password} onChoose={choose} />}
    </div>
  );
}

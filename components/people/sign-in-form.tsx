"use client";

import { signIn } from "next-auth/react";
import { useEffect, useRef, useState, type SyntheticEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { TextInput } from "@/components/ui/text-input";
import { tooManyAttempts } from "@/lib/people/domain";

type SignInFormProps = { returnPath: string; email: string; password: string; onEmail: (text: string) => void; onPassword: (text: string) => void };
type State = "idle" | "sending" | "refused" | "tooMany" | "failed";

/** What next-auth answers, as this form tells it. */
const stateOf: Readonly<Record<string, State>> = { CredentialsSignin: "refused", [tooManyAttempts]: "tooMany" };

const messageOf: Partial<Record<State, { title: string; text: string }>> = {
  // One message for a wrong password, an unknown address and a disabled account.
  refused: { title: "Not signed in", text: "E-mail and password do not match an account that can sign in." },
  tooMany: { title: "Not signed in", text: "There were too many attempts for this address. Try again in a quarter of an hour." },
  failed: { title: "Not signed in", text: "The server could not be reached or failed. Try again in a moment." },
};

/** E-mail and password. A refusal is one sentence that does not say whether the account exists. */
export function SignInForm({ returnPath, email, password, onEmail, onPassword }: SignInFormProps) {
  const [state, setState] = useState<State>("idle");
  const passwordInput = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (state === "refused") passwordInput.current?.focus();
  }, [state]);

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setState("sending");
    try {
      const answer = await signIn("credentials", { email, password, redirect: false });
      // A full load, so that every part of the page is drawn for the new actor.
      if (answer?.ok) window.location.assign(returnPath);
      else setState(stateOf[answer?.error ?? ""] ?? "failed");
    } catch {
      setState("failed");
    }
  };

  const message = messageOf[state];
  return (
    <form method="post" className="mt-4 flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
      {message && (
        <Notice tone="danger" role="alert" title={message.title}>
          {message.text}
        </Notice>
      )}
      <Field label="E-mail" id="email">
        <TextInput name="email" type="email" autoComplete="username" required value={email} onChange={(event) => onEmail(event.target.value)} />
      </Field>
      <Field label="Password" id="password">
        <TextInput ref={passwordInput} name="password" type="password" autoComplete="current-password" required value={password} onChange={(event) => onPassword(event.target.value)} />
      </Field>
      <Button type="submit" variant="primary" disabled={state === "sending"}>
        {state === "sending" ? "Signing in…" : "Sign in"}
      </Button>
      <noscript>
        <p className="text-sm text-ink-soft">Signing in needs JavaScript in this browser.</p>
      </noscript>
    </form>
  );
}

import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";

type DemoAccountsProps = { accounts: { email: string; role: string; purpose: string }[]; password: string | undefined; onChoose: (email: string) => void };

/** The accounts of a demonstration installation; pressing one fills in the form. */
export function DemoAccounts({ accounts, password, onChoose }: DemoAccountsProps) {
  return (
    <Card title="Demonstration accounts" lead="This installation runs with demonstration accounts. Press one to fill in the form.">
      <ul className="divide-y divide-line border-y border-line">
        {accounts.map(({ email, role, purpose }) => (
          <li key={email} className="flex items-center justify-between gap-3 py-2">
            <div className="min-w-0 text-sm">
              <p className="font-medium break-all text-ink">{email}</p>
              <p className="text-ink-soft">
                {role}: {purpose}
              </p>
            </div>
            <Button size="small" onClick={() => onChoose(email)} aria-label={`Use ${email}`}>
              Use
            </Button>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-sm text-ink-soft">
        {password === undefined ? (
          <>
            Their common password was printed when the product was first started, and is kept in its data folder. It is not shown here because this address can be
            reached from other machines.
          </>
        ) : (
          <>
            Their common password: <code className="rounded-sm bg-sunken px-1.5 py-0.5 text-ink select-all">{password}</code> (shown because only this machine can open
            this page).
          </>
        )}
      </p>
    </Card>
  );
}

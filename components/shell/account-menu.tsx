import type { Role } from "@/lib/kernel/actor";
import { roleInWords } from "@/lib/people/domain";
import { SignOutButton } from "@/components/people/sign-out-button";
import { Menu } from "./menu";
import { ThemeChoice } from "./theme-choice";

type AccountMenuProps = { name: string; email: string; role: Role };

/** Who is signed in and as what, the theme, and the way out. */
export function AccountMenu({ name, email, role }: AccountMenuProps) {
  const { label, purpose } = roleInWords[role];
  return (
    <Menu
      name="shell"
      align="right"
      label={
        <span className="flex min-w-0 flex-col items-start leading-tight">
          <span className="sr-only">Account: </span>
          <span className="hidden max-w-52 truncate font-medium sm:block">{name}</span>
          <span className="text-ink sm:text-xs sm:text-ink-soft">{label}</span>
        </span>
      }
    >
      <p className="text-sm font-semibold text-ink">{name}</p>
      <p className="text-sm break-all text-ink-soft">{email}</p>
      <p className="mt-1 text-sm text-ink-soft">
        {label}: {purpose}.
      </p>
      <div className="my-3 border-y border-line py-3">
        <ThemeChoice />
      </div>
      <SignOutButton />
    </Menu>
  );
}

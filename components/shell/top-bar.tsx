import Link from "next/link";
import { PaletteOpener } from "@/components/palette/palette-opener";
import type { Actor } from "@/lib/kernel/actor";
import { AccountMenu } from "./account-menu";
import { MainNavigation } from "./main-navigation";
import { Menu } from "./menu";
import { navigationFor } from "./navigation";
import { SkipLink } from "./skip-link";
import { Wordmark } from "./wordmark";

/** Name, sections, account. On a narrow screen the sections fold into a menu. */
export function TopBar({ actor }: { actor: Pick<Actor, "name" | "email" | "role"> }) {
  const entries = navigationFor(actor.role);
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-surface print:static print:border-0">
      <SkipLink />
      <div className="mx-auto flex max-w-7xl items-center gap-x-1 px-3 sm:gap-x-4 sm:px-6">
        <Link href="/board" className="py-2.5 no-underline">
          <Wordmark />
        </Link>
        <nav aria-label="Sections" className="hidden lg:block print:hidden">
          <MainNavigation entries={entries} direction="row" />
        </nav>
        <div className="ml-auto flex items-center print:hidden sm:gap-1">
          <PaletteOpener pages={entries.flatMap((entry) => ("items" in entry ? entry.items : [entry]))} />
          <nav aria-label="Sections" className="lg:hidden">
            <Menu name="shell" label="Menu" align="right">
              <MainNavigation entries={entries} direction="column" />
            </Menu>
          </nav>
          <AccountMenu name={actor.name} email={actor.email} role={actor.role} />
        </div>
      </div>
    </header>
  );
}

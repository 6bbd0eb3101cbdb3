import type { ReactNode } from "react";
import { Footer } from "@/components/shell/footer";
import { TopBar } from "@/components/shell/top-bar";
import { requireActor } from "@/lib/auth/session";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar actor={actor} />
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-7xl grow px-3 py-6 sm:px-6">
        {children}
      </main>
      <Footer />
    </div>
  );
}

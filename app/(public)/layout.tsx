import type { ReactNode } from "react";
import { Footer } from "@/components/shell/footer";

export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <main id="content" className="mx-auto w-full max-w-4xl grow px-4 py-8 sm:py-14">
        {children}
      </main>
      <Footer />
    </div>
  );
}

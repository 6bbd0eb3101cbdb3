import "@fontsource/noto-sans/400.css";
import "@fontsource/noto-sans/500.css";
import "@fontsource/noto-sans/600.css";
import "@fontsource/noto-sans-armenian/400.css";
import "@fontsource/noto-sans-armenian/600.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { ThemeScope } from "@/components/shell/theme-scope";
import { nonceHeader } from "@/lib/server/page-policy";

export const metadata: Metadata = {
  title: { default: "Truce Ledger", template: "%s · Truce Ledger" },
  description: "The text of a ceasefire agreement, the record of what happened, and the judgement that joins the two.",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f7f6f3" },
    { media: "(prefers-color-scheme: dark)", color: "#171614" },
  ],
};

/** Asks for the request's headers, so that no page is made before it is asked for: one made beforehand would have scripts without a nonce. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get(nonceHeader) ?? "";
  // The theme script sets the class before React wakes up, which React must not count as a difference.
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        <ThemeScope nonce={nonce}>{children}</ThemeScope>
      </body>
    </html>
  );
}

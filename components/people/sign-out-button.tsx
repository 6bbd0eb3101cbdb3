"use client";

import { signOut } from "next-auth/react";
import { useState } from "react";
import { Button } from "@/components/ui/button";

/** Ends the session and shows the sign-in page. */
export function SignOutButton() {
  const [isLeaving, setIsLeaving] = useState(false);
  const leave = async () => {
    setIsLeaving(true);
    await signOut({ redirect: false });
    // A full load, so that nothing of the session stays in the router's cache.
    window.location.assign("/sign-in");
  };
  return (
    <Button className="w-full" disabled={isLeaving} onClick={() => void leave()}>
      {isLeaving ? "Signing out…" : "Sign out"}
    </Button>
  );
}

"use client";

import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";

const choices = [
  { value: "system", label: "As the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

const never = () => () => undefined;

/** The theme as a group of radio buttons: arrow keys move, nothing is hidden behind an icon. */
export function ThemeChoice() {
  const { theme, setTheme } = useTheme();
  // The stored choice is known in the browser only; until then no radio is marked.
  const isInBrowser = useSyncExternalStore(never, () => true, () => false);
  return (
    <fieldset>
      <legend className="text-xs font-medium text-ink-soft">Theme</legend>
      <div className="mt-1 flex flex-col gap-1">
        {choices.map(({ value, label }) => (
          <label key={value} className="flex items-center gap-2 text-sm">
            <input type="radio" name="theme" value={value} className="size-4 accent-accent" checked={isInBrowser && theme === value} disabled={!isInBrowser} onChange={() => setTheme(value)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

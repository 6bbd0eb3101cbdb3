import { TextLink } from "@/components/ui/text-link";
import { complianceStates } from "@/lib/codelists/compliance-state";
import { overlays } from "@/lib/codelists/overlay";
import { StateBadge, StateMarks } from "./state-badge";
import { overlayMeaning, stateLook } from "./state-look";

const axes = [
  { axis: "IMPLEMENTATION", title: "Implementation: what was to be carried out" },
  { axis: "CONDUCT", title: "Conduct: what must be kept, or must not happen" },
  { axis: "NONE", title: "Neither" },
] as const;

/** What the marks mean. */
export function BoardLegend() {
  return (
    <details className="mb-6 rounded-md border border-line bg-surface px-4 py-3 text-sm">
      <summary className="font-semibold">What the marks mean</summary>
      <div className="mt-3 grid gap-6 lg:grid-cols-2">
        {axes.map(({ axis, title }) => (
          <div key={axis}>
            <h3 className="mb-2 font-semibold">{title}</h3>
            <dl className="space-y-2">
              {complianceStates
                .filter((entry) => entry.axis === axis)
                .map(({ code }) => (
                  <div key={code} className="grid grid-cols-[10rem_minmax(0,1fr)] items-start gap-3">
                    <dt>
                      <StateBadge state={code} />
                    </dt>
                    <dd className="text-ink-soft">{stateLook[code].meaning}</dd>
                  </div>
                ))}
            </dl>
          </div>
        ))}
        <div>
          <h3 className="mb-2 font-semibold">Marks beside a state</h3>
          <dl className="space-y-2">
            {overlays
              .filter(({ code }) => code !== "NOT_ASSESSED")
              .map(({ code }) => (
                <div key={code} className="grid grid-cols-[10rem_minmax(0,1fr)] items-start gap-3">
                  <dt>
                    <StateMarks timeliness={null} overlays={[code]} />
                  </dt>
                  <dd className="text-ink-soft">{overlayMeaning[code]}</dd>
                </div>
              ))}
          </dl>
        </div>
      </div>
      <p className="mt-4">
        Every rule in words: <TextLink href="/methods">Methods</TextLink>.
      </p>
    </details>
  );
}

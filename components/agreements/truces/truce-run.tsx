import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { ComparedTruce } from "@/lib/agreements/truces/domain/comparison";
import { Ending, InForce, Reports, Verified } from "./truce-outcomes";

/** The truce on the board beside those of its conflict in the sixty days before it. */
export function TruceRun({ run }: { run: readonly ComparedTruce[] }) {
  const last = run.at(-1);
  if (run.length < 2 || !last) return null;
  return (
    <Card title={`${last.title}, beside the truces of the sixty days before it`} lead="Oldest first. Where two sides differ, both stand; neither is preferred and nothing is averaged.">
      <ol className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        {run.map((truce) => (
          <li key={truce.code} className="min-w-0 rounded-md border border-line p-3 text-sm">
            <h3 className="font-semibold">
              <TextLink href={`/agreements/${encodeURIComponent(truce.code)}`}>{truce.title}</TextLink>
            </h3>
            <dl className="mt-2 space-y-2">
              <div>
                <dt className="text-xs text-ink-soft">In force</dt>
                <dd>
                  <InForce truce={truce} />
                </dd>
              </div>
              <div>
                <dt className="text-xs text-ink-soft">First reported violation</dt>
                <dd>
                  <Reports truce={truce} />
                </dd>
              </div>
              <div>
                <dt className="text-xs text-ink-soft">First verified violation</dt>
                <dd>
                  <Verified truce={truce} />
                </dd>
              </div>
              <div>
                <dt className="text-xs text-ink-soft">End or last word</dt>
                <dd>
                  <Ending truce={truce} />
                </dd>
              </div>
            </dl>
          </li>
        ))}
      </ol>
    </Card>
  );
}

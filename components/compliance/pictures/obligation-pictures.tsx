import { obligationKinds } from "@/lib/codelists/obligation-kind";
import type { ObligationView } from "@/lib/compliance/domain/obligation-detail";
import { ConditionPicture } from "./condition-picture";
import { CoveragePicture } from "./coverage-picture";
import { QuantityPicture } from "./quantity-picture";
import { TimelinePicture } from "./timeline-picture";

const isConduct = (kind: string): boolean => obligationKinds.some(({ code, axis }) => code === kind && axis === "CONDUCT");

/** The pictures of a duty beside its strip: open and closed days, reported figures, who could observe, and the timeline. */
export function ObligationPictures({ obligation }: { obligation: ObligationView }) {
  const sources = new Map(obligation.inputs.map(({ reference, sources: read }) => [reference, read?.length]));
  const sourcesOf = (reference: string): number | undefined => sources.get(reference);
  return (
    <>
      <ConditionPicture obligation={obligation} sourcesOf={sourcesOf} />
      <QuantityPicture obligation={obligation} sourcesOf={sourcesOf} />
      {isConduct(obligation.kind) && obligation.coverageOverTime && <CoveragePicture code={obligation.code} coverage={obligation.coverageOverTime} />}
      <TimelinePicture code={obligation.code} timeline={obligation.timeline} asOf={obligation.asOf} sourcesOf={sourcesOf} />
    </>
  );
}

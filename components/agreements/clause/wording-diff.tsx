import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { type Chosen, countedChanges, type DiffPart, type Wording, wordDiff } from "@/lib/agreements/clauses/domain";

const words = (count: number): string => `${count} ${count === 1 ? "word" : "words"}`;

/** The words in which two wordings differ: struck through where only the first has them, underlined where only the second has. */
export function WordingDiff({ chosen, swapHref }: { chosen: Chosen; swapHref: string }) {
  const { base, other } = chosen;
  if (!base?.held || !other?.held) {
    return (
      <Card title="Word by word">
        <p className="text-sm text-ink-soft">{base ? "This point is held in one wording only, so there is nothing to compare it with." : "No wording of this point is held."}</p>
      </Card>
    );
  }
  return (
    <Card title="Word by word" actions={<LinkButton href={swapHref} size="small">Swap the two</LinkButton>}>
      <dl className="mb-3 grid gap-x-3 text-sm sm:grid-cols-[max-content_1fr]">
        <dt>
          <del className={looks.REMOVED}>Struck through</del>
        </dt>
        <dd className="text-ink-soft">only in: {base.publisher}</dd>
        <dt>
          <ins className={looks.ADDED}>Underlined</ins>
        </dt>
        <dd className="text-ink-soft">only in: {other.publisher}</dd>
      </dl>
      {base.language === other.language ? <Compared base={base.held.text} other={other.held.text} /> : <Languages base={base} other={other} />}
    </Card>
  );
}

const looks: Record<DiffPart["kind"], string> = {
  SAME: "",
  REMOVED: "rounded-xs bg-sunken px-0.5 text-ink-soft line-through decoration-2",
  ADDED: "rounded-xs bg-accent-soft px-0.5 font-semibold underline decoration-2 underline-offset-2",
};

function Compared({ base, other }: { base: string; other: string }) {
  const parts = wordDiff(base, other);
  const { removed, added } = countedChanges(parts);
  return (
    <>
      <p className="max-w-prose text-base whitespace-pre-line" data-testid="wording-diff">
        {parts.map((part, index) => (
          // The same words may come twice; their place is what tells them apart.
          <Part key={`${index}-${part.kind}`} part={part} />
        ))}
      </p>
      <p className="mt-2 text-sm text-ink-soft">{removed + added === 0 ? "The two say the same, word by word." : `${words(removed)} only in the first, ${words(added)} only in the second.`}</p>
    </>
  );
}

function Part({ part }: { part: DiffPart }) {
  if (part.kind === "SAME") return <>{part.text}</>;
  const isAdded = part.kind === "ADDED";
  const Mark = isAdded ? "ins" : "del";
  return (
    <Mark className={looks[part.kind]}>
      <span className="sr-only">{isAdded ? " [only in the second: " : " [only in the first: "}</span>
      {part.text}
      <span className="sr-only">] </span>
    </Mark>
  );
}

const Languages = ({ base, other }: { base: Wording; other: Wording }) => (
  <Notice tone="notice" title="Two languages">
    The first is in “{base.language}”, the second in “{other.language}”. A comparison word by word would say nothing; both stand side by side below.
  </Notice>
);

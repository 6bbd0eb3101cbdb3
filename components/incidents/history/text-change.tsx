import { diffWordsWithSpace } from "diff";

/** Beyond that the comparison word by word would take longer than a reader waits; both texts are shown whole then. */
const longestCompared = 40_000;

const added = "bg-accent-soft text-accent-ink underline decoration-2 underline-offset-2";
const removed = "bg-danger-soft text-danger-ink line-through decoration-2";

/** One text as it was turned into another: taken out is struck through, put in is underlined. */
export function TextChange({ before, after }: { before: string; after: string }) {
  if (before.length + after.length > longestCompared) {
    return (
      <>
        <del className={removed}>{before}</del> <ins className={added}>{after}</ins>
      </>
    );
  }
  return (
    <p className="break-words whitespace-pre-wrap">
      {diffWordsWithSpace(before, after).map((part, index) => {
        if (part.added) return <ins key={index} className={added}>{part.value}</ins>;
        if (part.removed) return <del key={index} className={removed}>{part.value}</del>;
        return <span key={index}>{part.value}</span>;
      })}
    </p>
  );
}

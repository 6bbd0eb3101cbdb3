import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <div>
      <p role="status" className="sr-only">
        Loading…
      </p>
      <Skeleton className="h-8 w-64 max-w-full" />
      <Skeleton className="mt-3 h-4 w-lg max-w-full" />
      <div className="mt-8 flex flex-col gap-3">
        {["a", "b", "c", "d", "e", "f"].map((row) => (
          <Skeleton key={row} className="h-12 w-full" />
        ))}
      </div>
    </div>
  );
}

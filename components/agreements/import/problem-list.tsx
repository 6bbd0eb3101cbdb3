"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { FileProblem } from "@/lib/agreements/file/domain/report";

type ProblemListProps = { problems: readonly FileProblem[]; /** Shows a line of the text; not given where the text is not on the page. */ onShow?: ((line: number) => void) | undefined };

/** Everything that is wrong with the file: where, what, and what the record says. */
export function ProblemList({ problems, onShow }: ProblemListProps) {
  return (
    <Notice tone="danger" role="alert" title={problems.length === 1 ? "The file can't be imported: one problem" : `The file can't be imported: ${problems.length} problems`}>
      <ol className="mt-2 divide-y divide-line">
        {problems.map((problem) => (
          <li key={`${problem.path} ${problem.code} ${problem.message}`} className="py-2">
            <Where problem={problem} onShow={onShow} />
            <What problem={problem} />
          </li>
        ))}
      </ol>
    </Notice>
  );
}

function Where({ problem: { path, line }, onShow }: { problem: FileProblem; onShow: ProblemListProps["onShow"] }) {
  return (
    <p className="flex flex-wrap items-center gap-x-2">
      {path !== "" && <code className="text-xs break-all">{path}</code>}
      {line !== undefined &&
        (onShow ? (
          <Button variant="quiet" size="small" onClick={() => onShow(line)}>
            Line {line}
          </Button>
        ) : (
          <span className="text-xs text-ink-soft">line {line}</span>
        ))}
    </p>
  );
}

function What({ problem: { message, code, onRecord, inFile } }: { problem: FileProblem }) {
  if (onRecord === undefined) return <p className="mt-0.5 break-words">{message}</p>;
  return (
    <>
      <p className="mt-0.5">{code === "removed" ? "This is on record and not in the file. An import takes nothing back." : "The record has another value. An import overwrites nothing."}</p>
      <dl className="mt-1 grid gap-x-3 gap-y-1 sm:grid-cols-[8rem_1fr]">
        <dt className="font-medium">On record</dt>
        <dd className="break-words">{onRecord}</dd>
        <dt className="font-medium">In the file</dt>
        <dd className="break-words">{inFile === undefined || inFile === "" ? "nothing" : inFile}</dd>
      </dl>
    </>
  );
}

"use client";

import { useEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import { controlClasses } from "@/components/ui/control-classes";
import { Field } from "@/components/ui/field";
import { useControl } from "@/components/ui/field-context";

type FileChooserProps = { error: string | undefined; onFile: (file: File | undefined) => Promise<void> };

/** A file by choice or by drop: the browser's own control takes both, by pointer and by keyboard. */
export function FileChooser({ error, onFile }: FileChooserProps) {
  return (
    <Field label="File" hint="A JSON file of at most 5 MB. Drop it into the frame, or choose it." errors={error === undefined ? [] : [error]}>
      <FileInput onFile={onFile} />
    </Field>
  );
}

const buttonInside = "file:mr-3 file:cursor-pointer file:rounded-md file:border file:border-solid file:border-line-strong file:bg-sunken file:px-3 file:py-1.5 file:text-sm file:font-medium file:text-ink";

function FileInput({ onFile }: Pick<FileChooserProps, "onFile">) {
  const control = useControl({});
  const input = useRef<HTMLInputElement>(null);
  // A file that was chosen while the page was still loading.
  useEffect(() => {
    void onFile(input.current?.files?.[0]);
  }, [onFile]);
  return (
    <input
      ref={input}
      type="file"
      accept=".json,application/json"
      // The same file, changed on disk, may be chosen again.
      onClick={(event) => (event.currentTarget.value = "")}
      onChange={(event) => void onFile(event.currentTarget.files?.[0])}
      className={classNames(controlClasses, buttonInside, "cursor-pointer border-dashed px-4 py-6 hover:bg-accent-soft")}
      {...control}
    />
  );
}

"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { copyAddress } from "./evidence-names";
import { useShowsGraphic } from "./graphic-preference";

type EvidencePictureProps = { id: number; name: string; isGraphic: boolean };

const frame = "relative block w-full overflow-hidden rounded-md border border-line bg-sunken";

/** The small picture. A graphic one is veiled until somebody asks for it, by pointer or by keyboard. */
export function EvidencePicture({ id, name, isGraphic }: EvidencePictureProps) {
  const isAlwaysShown = useShowsGraphic();
  const [isAskedFor, setAskedFor] = useState(false);
  const isVeiled = isGraphic && !isAlwaysShown && !isAskedFor;
  return (
    <div className="grid content-start gap-1.5">
      {isVeiled ? <Veil id={id} /> : <ShownPicture id={id} name={name} />}
      {isGraphic && !isAlwaysShown && (
        <Button size="small" aria-pressed={isAskedFor} onClick={() => setAskedFor(!isAskedFor)}>
          {isAskedFor ? "Veil it again" : "Show the picture"}
          <span className="sr-only">: {name}</span>
        </Button>
      )}
    </div>
  );
}

function ShownPicture({ id, name }: { id: number; name: string }) {
  return (
    <a href={copyAddress(id)} target="_blank" rel="noreferrer" className={frame}>
      <img src={copyAddress(id, "small")} alt={name} loading="lazy" decoding="async" className="mx-auto max-h-64 w-auto max-w-full object-contain" />
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  );
}

function Veil({ id }: { id: number }) {
  return (
    <div className={`${frame} min-h-36`}>
      <img src={copyAddress(id, "small")} alt="" loading="lazy" decoding="async" className="pointer-events-none mx-auto max-h-64 w-auto max-w-full scale-110 object-contain blur-2xl grayscale select-none" />
      <p className="absolute inset-0 grid place-content-center bg-canvas/75 p-3 text-center text-sm font-semibold text-ink">Graphic content</p>
    </div>
  );
}

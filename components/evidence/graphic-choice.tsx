"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { setShowsGraphic, useShowsGraphic } from "./graphic-preference";

/** Whether graphic pictures are shown without asking, until the tab is closed. */
export function GraphicChoice() {
  const shows = useShowsGraphic();
  return <Checkbox label="Show graphic pictures without asking" hint="Until this tab is closed." checked={shows} onChange={(event) => setShowsGraphic(event.currentTarget.checked)} />;
}

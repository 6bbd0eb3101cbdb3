import { writeFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { findReport } from "@/lib/reports/queries";
import { requestReport } from "@/lib/reports/service";
import { reportInput } from "@/lib/reports/schema";
import type { Actor } from "@/lib/kernel/actor";
import { theAccount } from "../../support/accounts";
import { must } from "../../support/incident-world";
import { runDueJobs } from "../../support/job-queue";
import { loadReferenceData } from "../../support/reference-data";

let reviewer: Actor;
beforeAll(async () => {
  await loadReferenceData();
  reviewer = await theAccount("reviewer");
});

describe("scratch", () => {
  it("makes each", async () => {
    const now = new Date("2026-11-25T12:00:00Z");
    const asks = [
      { kind: "COMPLIANCE", from: "2020-11-10", to: "2022-12-31" },
      { kind: "DAILY_SITUATION", from: "2022-03-25" },
      { kind: "PERIOD_SITUATION", from: "2022-03-01", to: "2022-04-30", profile: "INTERNAL" },
      { kind: "OBLIGATION_BRIEF", from: "2020-11-10", to: "2023-09-30", obligation: "NK2020-6g" },
      { kind: "INCIDENT_BRIEF", incident: "TL-000001" },
    ];
    for (const ask of asks) {
      const start = Date.now();
      const { id } = must(await requestReport(reviewer, reportInput.parse(ask), now));
      await runDueJobs();
      const view = await findReport(reviewer, id);
      console.log(ask.kind, Date.now() - start, view?.state, view?.failure, view?.records, view?.sha256);
      const row = await db().report.findUniqueOrThrow({ where: { id } });
      expect(row.state).toBe("READY");
      if (row.pdf) writeFileSync(`/tmp/h6-${ask.kind}.pdf`, row.pdf);
      writeFileSync(`/tmp/h6-${ask.kind}.json`, row.content ?? "");
    }
  }, 120000);
});

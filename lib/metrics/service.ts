import { collectDefaultMetrics, Counter, Gauge, Histogram, register } from "prom-client";

// One process, one registry: the library's own, which is outside of the bundles. A module may be loaded by several of them, so each metric is made once.
const once = <T>(name: string, make: () => T): T => (register.getSingleMetric(name) as T | undefined) ?? make();

const requests = once("truce_http_requests_total", () => new Counter({ name: "truce_http_requests_total", help: "Requests of the HTTP API that were answered, by operation and status.", labelNames: ["operation", "status"] as const }));
const seconds = once(
  "truce_http_request_seconds",
  () => new Histogram({ name: "truce_http_request_seconds", help: "Seconds until the HTTP API began to answer, by operation.", labelNames: ["operation"] as const, buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] }),
);
const jobs = once("truce_jobs", () => new Gauge({ name: "truce_jobs", help: "Jobs in the database: due, for later, under way, given up.", labelNames: ["state"] as const }));
const silence = once("truce_worker_silence_seconds", () => new Gauge({ name: "truce_worker_silence_seconds", help: "Seconds since a process that runs jobs was heard of; NaN where there never was one." }));
const reachable = once("truce_database_up", () => new Gauge({ name: "truce_database_up", help: "1 where the database answered this question, 0 where it did not." }));

/** What the database says of work by jobs. */
export type JobFigures = { readonly counts: Readonly<Record<string, number>>; /** Seconds; undefined where no worker was ever heard of. */ readonly silence: number | undefined };

/** Counts one answered request and how long it took, in seconds. Names the operation, never the address: an address may hold what was asked for. */
export function countRequest({ operation, status, took }: { operation: string; status: number; took: number }): void {
  requests.inc({ operation, status: String(status) });
  seconds.observe({ operation }, took);
}

/** All figures as Prometheus reads them. Undefined where the database can't be asked: that, too, is a figure. */
export async function metricsText(figures: JobFigures | undefined): Promise<{ text: string; contentType: string }> {
  if (!register.getSingleMetric("process_cpu_seconds_total")) collectDefaultMetrics();
  reachable.set(figures ? 1 : 0);
  jobs.reset();
  for (const [state, count] of Object.entries(figures?.counts ?? {})) jobs.set({ state }, count);
  silence.set(figures?.silence ?? Number.NaN);
  return { text: await register.metrics(), contentType: register.contentType };
}

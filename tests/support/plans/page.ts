// A loader as a page calls it: with a request around it, whose cookie is somebody's session.
import "./async-local-storage";
import { encode } from "next-auth/jwt";
import { sessionCookieName } from "@/lib/auth/session-cookie";
import { env } from "@/lib/config/env";
import type { Actor } from "@/lib/kernel/actor";

/** Runs `load` as the page of a request by `actor`. A page that leads elsewhere or does not exist ends like any other. */
export async function asPage(actor: Actor, load: () => unknown): Promise<void> {
  const [{ workAsyncStorage }, { workUnitAsyncStorage }] = await Promise.all([import("next/dist/server/app-render/work-async-storage.external"), import("next/dist/server/app-render/work-unit-async-storage.external")]);
  const value = await encode({ token: { sub: String(actor.userId) }, secret: env().NEXTAUTH_SECRET ?? "" });
  const cookies = new Map([[sessionCookieName(), { name: sessionCookieName(), value }]]);
  const request = { type: "request", phase: "render", headers: new Headers(), cookies };
  await workAsyncStorage.run({ route: "/" } as never, () => workUnitAsyncStorage.run(request as never, async () => load()));
}

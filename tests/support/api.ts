// Calls the route handlers of the HTTP API as a program outside does: a Request in, a Response out, a real token in between.
import { operatorActor } from "@/lib/auth/operator";
import { createTokenInput } from "@/lib/people/schema";
import { createToken } from "@/lib/people/service";
import type { RouteHandler } from "@/lib/server/json-route";

export type DemoAccount = "viewer" | "analyst" | "analyst2" | "reviewer" | "reviewer2" | "auditor" | "admin";

export type Sent = { as?: DemoAccount; method?: string; path: string; params?: Record<string, string>; body?: unknown; headers?: Record<string, string>; expected?: number };
export type Got = { status: number; headers: Headers; text: string; body: Record<string, unknown> };

const tokens = new Map<DemoAccount, Promise<string>>();

async function makeToken(account: DemoAccount): Promise<string> {
  const operator = await operatorActor();
  if (!operator.ok) throw new Error("there is no operator account");
  const made = await createToken(operator.value, createTokenInput.parse({ userEmail: `${account}@demo.invalid`, days: 1 }), new Date());
  if (!made.ok) throw new Error(`no token for ${account}: ${JSON.stringify(made.refusal)}`);
  return made.value.token;
}

function tokenOf(account: DemoAccount): Promise<string> {
  const known = tokens.get(account) ?? makeToken(account);
  tokens.set(account, known);
  return known;
}

/** The header that a program of this account sends. */
export const bearerOf = async (account: DemoAccount): Promise<{ authorization: string }> => ({ authorization: `Bearer ${await tokenOf(account)}` });

const isJson = (response: Response): boolean => /[/+]json\b/.test(response.headers.get("content-type") ?? "");

/** Sends one request to a route handler. A body that is a text is sent as it is. Throws when another status than `expected` comes back. */
export async function send(handler: RouteHandler, sent: Sent): Promise<Got> {
  const { method = "GET", path, params = {}, expected } = sent;
  const request = new Request(`http://localhost:3000/api/v1${path}`, { method, ...(await contentOf(sent)) });
  const response = await handler(request, { params: Promise.resolve(params) });
  const text = await response.text();
  if (expected !== undefined && response.status !== expected) throw new Error(`${method} ${path} answered ${response.status}, not ${expected}: ${text.slice(0, 2000)}`);
  return { status: response.status, headers: response.headers, text, body: isJson(response) ? (JSON.parse(text) as Record<string, unknown>) : {} };
}

async function contentOf({ as, body, headers = {} }: Sent): Promise<RequestInit> {
  const authorization = as === undefined ? {} : await bearerOf(as);
  if (body === undefined) return { headers: { ...authorization, ...headers } };
  return { body: typeof body === "string" ? body : JSON.stringify(body), headers: { "content-type": "application/json", ...authorization, ...headers } };
}

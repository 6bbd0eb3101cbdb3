import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/lib/auth/options";

type Context = { params: Promise<{ nextauth: string[] }> };

const answer = async (request: NextRequest, context: Context): Promise<Response> => (await NextAuth(request, context as never, authOptions())) as Response;

export { answer as GET, answer as POST };

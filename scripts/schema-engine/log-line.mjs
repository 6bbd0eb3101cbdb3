/** Writes one line in the form that the Prisma CLI reads from the engine's stderr. */
export function logLine(level, fields) {
  const line = { timestamp: new Date().toISOString(), level, fields, target: "schema_engine::logger" };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

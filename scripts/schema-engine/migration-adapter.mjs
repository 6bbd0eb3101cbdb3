// `@prisma/adapter-pg` serves application queries. The schema engine needs three things done differently:
//  - catalogue columns of type "char" (oid 18) are unknown to it (prisma/prisma#27403): they are read as text and marked again;
//  - its executeScript() splits at every semicolon, which breaks $$ bodies: PostgreSQL takes the whole script at once;
//  - a shadow database must be left before it can be dropped.
import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";

const OID = { char: 18, text: 25 };

/** One connection (the engine's advisory lock belongs to a session) that reads "char" as text and remembers which columns were. */
class CatalogPool extends pg.Pool {
  charColumns = [];

  async query(...args) {
    const result = await super.query(...args);
    const fields = result.fields ?? [];
    this.charColumns = fields.flatMap((field, index) => (field.dataTypeID === OID.char ? [index] : []));
    for (const index of this.charColumns) fields[index].dataTypeID = OID.text;
    return result;
  }
}

const withPath = (url, database) => {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return String(changed);
};

const schemaOf = (url) => (url ? (new URL(url).searchParams.get("schema") ?? undefined) : undefined);

function adapted(adapter, pool, afterwards) {
  const queryRaw = adapter.queryRaw.bind(adapter);
  return Object.assign(adapter, {
    async queryRaw(query) {
      const result = await queryRaw(query);
      for (const index of pool.charColumns) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    },
    async executeScript(script) {
      try {
        await pool.query(script);
      } catch (error) {
        adapter.onError(error);
      }
    },
    async dispose() {
      await pool.end();
      await afterwards?.();
    },
  });
}

/** The factory that the engine asks for connections to the database and to a shadow of it. */
export class MigrationAdapterFactory extends PrismaPg {
  #url;
  #shadowUrl;
  #options;

  constructor(url, shadowUrl) {
    const options = { schema: schemaOf(url) };
    super({ connectionString: url, max: 1 }, options);
    this.#url = url;
    this.#shadowUrl = shadowUrl;
    this.#options = options;
  }

  connect() {
    return this.#open(this.#url);
  }

  async connectToShadowDb() {
    if (this.#shadowUrl) return this.#open(this.#shadowUrl);
    const shadow = `prisma_migrate_shadow_db_${randomUUID()}`;
    const main = await this.connect();
    await main.executeScript(`CREATE DATABASE "${shadow}"`);
    return this.#open(withPath(this.#url, shadow), async () => {
      await main.executeScript(`DROP DATABASE IF EXISTS "${shadow}" WITH (FORCE)`);
      await main.dispose();
    });
  }

  async #open(connectionString, afterwards) {
    const pool = new CatalogPool({ connectionString, max: 1 });
    const adapter = await new PrismaPg(pool, this.#options).connect();
    return adapted(adapter, pool, afterwards);
  }
}

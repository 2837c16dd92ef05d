import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { ConfigError, type Config } from './config.js';
import { newClient } from './platform/connection.js';

/** A server that is being started beside this program refuses for some seconds. */
const ATTEMPTS = 10;
const PAUSE_MS = 1_000;
const STARTING = new Set(['ECONNREFUSED', '57P03']);

/** What a refused connection means for whoever wrote the setting. */
const REASONS: Readonly<Record<string, string>> = {
  '28P01': 'the password is refused',
  '28000': 'the role may not sign in from here',
  '3D000': 'there is no database of that name',
  ECONNREFUSED: 'nothing answers at that address',
  ENOTFOUND: 'there is no host of that name',
  EAI_AGAIN: 'the name of the host cannot be looked up',
  ETIMEDOUT: 'the host does not answer',
  EHOSTUNREACH: 'the host cannot be reached',
  '57P03': 'the database is still starting',
};

/** Whatever the running app must not be: it could change history that it may only add to. */
const TOO_MIGHTY = `
  select r.rolsuper as is_super,
         pg_get_userbyid(d.datdba) = current_user as owns_database,
         exists (select 1 from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace) as owns_tables
    from pg_roles r, pg_database d where r.rolname = current_user and d.datname = current_database()`;

interface Might {
  readonly is_super: boolean;
  readonly owns_database: boolean;
  readonly owns_tables: boolean;
}

/**
 * Makes sure, before anything starts, that both addresses lead to a database and that the running app is not its owner.
 * Throws ConfigError with one sentence that names the setting, and never a password.
 */
export async function checkDatabase({ url, ownerUrl }: NonNullable<Config['database']>, attempts = ATTEMPTS): Promise<void> {
  await connected({ setting: 'DATABASE_OWNER_URL', url: ownerUrl, attempts }, () => Promise.resolve());
  await connected({ setting: 'DATABASE_URL', url, attempts }, async (client) => {
    const [might] = (await client.query<Might>(TOO_MIGHTY)).rows;
    if (might?.is_super || might?.owns_database || might?.owns_tables) {
      throw new ConfigError(
        'DATABASE_URL names a role that owns the database or its tables: the running app must own nothing, so that it can only add to history.',
      );
    }
  });
}

interface Wanted {
  readonly setting: 'DATABASE_URL' | 'DATABASE_OWNER_URL';
  readonly url: string;
  readonly attempts: number;
}

async function connected(wanted: Wanted, use: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = await connect(wanted);
  try {
    await use(client);
  } finally {
    await client.end();
  }
}

async function connect({ setting, url, attempts }: Wanted): Promise<pg.Client> {
  for (let attempt = 1; ; attempt++) {
    const client = newClient(url, { connectionTimeoutMillis: 5_000 });
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      const code = codeOf(error);
      if (attempt >= attempts || !STARTING.has(code))
        throw new ConfigError(`${setting} cannot be used: ${REASONS[code] ?? 'the database does not let the program in'}.`);
      await sleep(PAUSE_MS);
    }
  }
}

/** A host with several addresses answers with one error for all of them. */
function codeOf(error: unknown): string {
  const { code, errors } = error as { code?: string; errors?: readonly { code?: string }[] };
  return code ?? errors?.[0]?.code ?? '';
}

import pg from 'pg';

/** The two roles of the app and their passwords. */
export interface RolePasswords {
  readonly slusen_owner: string;
  readonly slusen_app: string;
}

const { escapeIdentifier, escapeLiteral } = pg;

/** Whether a statement failed because its server went away or is not yet there, so that it may succeed later. */
export function isConnectionLost(error: unknown): boolean {
  return !(error instanceof pg.DatabaseError) || /^(08|57P0)/.test(error.code ?? '');
}

/** Makes the roles where they are missing and gives them these passwords; neither may make roles or databases. */
export async function ensureRoles(adminUrl: string, passwords: RolePasswords): Promise<void> {
  await withClient(adminUrl, async (client) => {
    // Two programs at once would meet in the catalogue; the lock ends with the session.
    await client.query(`SELECT pg_advisory_lock(hashtext('slusen roles'))`);
    for (const role of ['slusen_owner', 'slusen_app'] as const) {
      const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
      const verb = rowCount ? 'ALTER' : 'CREATE';
      const rights = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';
      await client.query(`${verb} ROLE ${role} ${rights} PASSWORD ${escapeLiteral(passwords[role])}`);
    }
  });
}

/** Whether a database of that name exists. */
export async function hasDatabase(adminUrl: string, name: string): Promise<boolean> {
  return withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1 AND datallowconn', [name]);
    return rowCount === 1;
  });
}

/**
 * Makes a database that `slusen_owner` owns and `slusen_app` may connect to: a copy of `template` (which must have no
 * other connections), or an empty one in UTF-8 with Swedish sorting.
 */
export async function createDatabase(adminUrl: string, name: string, template?: string): Promise<void> {
  const origin = template
    ? `TEMPLATE ${escapeIdentifier(template)}`
    : `TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'sv-SE' LC_COLLATE 'C' LC_CTYPE 'C'`;
  await withClient(adminUrl, (client) => client.query(`CREATE DATABASE ${escapeIdentifier(name)} OWNER slusen_owner ${origin}`));
  await grantAccess(adminUrl, name);
}

/**
 * Gives a database its two roles' rights; may be repeated. A copied database does not inherit them. The app may make
 * temporary tables, since an import compares a file with what is there in one.
 */
export async function grantAccess(adminUrl: string, name: string): Promise<void> {
  const database = escapeIdentifier(name);
  await withClient(withDatabase(adminUrl, name), (client) =>
    client.query(`
      REVOKE ALL ON DATABASE ${database} FROM PUBLIC;
      GRANT CONNECT, TEMPORARY ON DATABASE ${database} TO slusen_app;
      ALTER SCHEMA public OWNER TO slusen_owner;
      REVOKE CREATE ON SCHEMA public FROM PUBLIC;`),
  );
}

/**
 * Closes a database to all sessions, so that it can be copied at any time.
 * @internal
 */
export async function freezeDatabase(adminUrl: string, name: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client.query(`ALTER DATABASE ${escapeIdentifier(name)} ALLOW_CONNECTIONS false`);
    await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
  });
}

/** Removes a database and ends the sessions in it; does nothing when there is none. */
export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await withClient(adminUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`));
}

/** The same address with another database, and another role where one is given. */
export function withDatabase(url: string, database: string, role?: { name: string; password: string }): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  if (role) [changed.username, changed.password] = [role.name, role.password];
  return changed.href;
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A server that dies between two statements must fail the statement, not the program.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

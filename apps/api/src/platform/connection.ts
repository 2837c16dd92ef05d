import pg from 'pg';

/**
 * Where names without a schema are looked for. By PostgreSQL's own rule that is first a schema of the role's name, which the owner can
 * make and fill; and temporary tables, unless they are named last.
 */
const SEARCH_PATH = '-c search_path=public,pg_temp';

/** The address of a database whose connections look in one place, whatever the database and its roles are set to. */
export function pinned(url: string): string {
  const address = new URL(url);
  const asked = (address.searchParams.get('options') ?? '').replaceAll(SEARCH_PATH, '').trim();
  address.searchParams.set('options', `${asked} ${SEARCH_PATH}`.trim());
  return address.href;
}

/** A connection of its own, beside the pools; whoever makes it connects and ends it. */
export function newClient(url: string, settings: Omit<pg.ClientConfig, 'connectionString'> = {}): pg.Client {
  const client = new pg.Client({ ...settings, connectionString: pinned(url) });
  // A connection that is lost between two statements must fail the next one, not the program.
  client.on('error', () => undefined);
  return client;
}

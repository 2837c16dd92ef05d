import canonicalize from 'canonicalize';
import type { Writable } from 'node:stream';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { AS_IN_TRANSACTIONS_OF_THEIR_OWN } from '../backup/fill-database.js';
import { BackupError } from '../backup/manifest.js';
import { openWays } from '../verify/ways-in.js';

/** Ways to sign in that the trail tells of did not come along: the trail says that they are shut, each by an event of its own. */
export async function shutWaysIn(client: pg.ClientBase): Promise<void> {
  for (const [digest, account] of await openWays(client))
    await record(client, { action: 'account.leave-behind', subject: `account:${account}`, facts: { shuts: digest } });
}

/** Accounts of people who did not come along are nobody's, and closed. */
export async function closeAccounts(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ id: string }>('select id from account where disabled_at is null order by created_at, id');
  for (const { id } of rows) {
    await client.query('update account set disabled_at = now(), version = version + 1 where id = $1', [id]);
    await record(client, { action: 'account.disable', subject: `account:${id}`, facts: {} });
  }
}

/** Gives the accounts their people back; they choose a password by a link that an administrator sends them. */
export async function namePeople(client: pg.ClientBase, fill: (sink: Writable) => Promise<void>): Promise<void> {
  await client.query(
    'create temporary table person (id uuid primary key, username text not null, name text not null, email text) on commit drop',
  );
  await fill(client.query(copyFrom('copy person (id, username, name, email) from stdin (format csv, header match)')));
  const { rowCount } = await client.query(
    'update account a set username = p.username, name = p.name, email = p.email from person p where p.id = a.id',
  );
  const { rows } = await client.query<{ accounts: number; people: number }>(
    'select (select count(*)::int from account) as accounts, (select count(*)::int from person) as people',
  );
  const [counted] = rows;
  if (counted?.accounts !== rowCount || counted?.people !== rowCount)
    throw new BackupError('The export is damaged: people.csv does not name the people of these accounts.');
}

interface Told {
  readonly action: string;
  readonly subject: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** As the audit trail records: by the system itself, sealed as if it were a transaction of its own. */
async function record(client: pg.ClientBase, told: Told): Promise<void> {
  await client.query(AS_IN_TRANSACTIONS_OF_THEIR_OWN);
  await client.query('select seal($1)', [canonicalize({ ...told, by: null })]);
}

import type pg from 'pg';
import { MIGRATIONS } from '../../migrations/index.js';
import { newClient } from '../../platform/connection.js';
import { migrationNames, plainSession } from '../backup/tables.js';
import { runCheck } from './check.js';
import { schemaCheck } from './schema.js';
import { readShape } from './schema-shape.js';

const CHANGED = 'The list of migrations was changed:';
const OTHERS = 'The tables are not those of this version of the program:';

/**
 * One sentence when the migrations that the database lists are not this program's, each once and in their order; then nothing else can be
 * asked of it. Changes nothing.
 */
export async function migrationFault(ownerUrl: string): Promise<string | undefined> {
  const client = newClient(ownerUrl, { application_name: 'slusen-verify' });
  await client.connect();
  try {
    await client.query('begin read only');
    await plainSession(client);
    const listed = await migrationNames(client);
    const known = MIGRATIONS.map((Migration) => new Migration().name);
    return listed.join() === known.join() ? undefined : await sentenceOf(client, ownerUrl, { listed, known });
  } finally {
    await client.end();
  }
}

interface Lists {
  readonly listed: readonly string[];
  readonly known: readonly string[];
}

async function sentenceOf(client: pg.ClientBase, ownerUrl: string, { listed, known }: Lists): Promise<string> {
  const unknown = listed.find((name) => !known.includes(name));
  if (unknown) return `${OTHERS} the list of migrations has ${unknown.slice(0, 100)}, which it does not know.`;
  const missing = known.filter((name) => !listed.includes(name));
  if (missing.length === 0) return `${CHANGED} it does not name each of them once, in the order in which they are run.`;
  if (listed.length === 0 && (await readShape(client, 'public')).size === 0)
    return 'There is nothing to check: the database has no tables yet.';
  if (await isWhole(client, ownerUrl)) return `${CHANGED} it lacks ${namesOf(missing)}, though the tables are as with all of them.`;
  const isEarlier = listed.every((name, at) => name === known[at]);
  return isEarlier
    ? `${OTHERS} ${namesOf(missing)} was not run yet; start the program, which does that, and check again.`
    : `${CHANGED} it lacks ${namesOf(missing)}, though it has some that come after; and the tables are not as they make them.`;
}

async function isWhole(client: pg.ClientBase, ownerUrl: string): Promise<boolean> {
  return (await runCheck(schemaCheck(ownerUrl), client)).faultCount === 0;
}

const namesOf = ([first = '', ...more]: readonly string[]): string => (more.length > 0 ? `${first} and ${more.length} more` : first);

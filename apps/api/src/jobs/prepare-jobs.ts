import { getConstructionPlans, PgBoss } from 'pg-boss';
import { newClient, pinned } from '../platform/connection.js';
import { GIVEN_UP, GIVEN_UP_QUEUE, QUEUES } from './job-kinds.js';

/** Where pg-boss keeps its tables, away from those of the program: nothing in them is history. */
export const JOB_SCHEMA = 'pgboss';

/** What the running program may do there: everything with rows, nothing with tables. */
const grants = (schema: string): string => `
  grant usage on schema ${schema} to slusen_app;
  grant select, insert, update, delete on all tables in schema ${schema} to slusen_app`;

/** What makes them in another schema, to see what they should be; within a transaction that somebody else begins and ends. */
export const jobTables = (schema: string): string =>
  `${getConstructionPlans(schema).replaceAll(/^\s*(?:BEGIN|COMMIT);\s*$/gm, '')}; ${grants(schema)}`;

/**
 * Makes the tables of pg-boss, or brings them to the version of the package, and the queues; as the owner, since the running program makes
 * no tables. Whoever calls it sees to it that nobody else does at the same moment.
 */
export async function prepareJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    ...{ connectionString: pinned(ownerUrl), application_name: 'slusen-migrate', max: 1, schema: JOB_SCHEMA },
    ...{ supervise: false, schedule: false, registerInstance: false },
  });
  boss.on('error', () => undefined);
  try {
    await boss.start();
    await makeQueue(boss, GIVEN_UP, GIVEN_UP_QUEUE);
    for (const [kind, queue] of Object.entries(QUEUES)) await makeQueue(boss, kind, { ...queue, deadLetter: GIVEN_UP });
  } finally {
    await boss.stop({ graceful: false });
  }
  await grant(ownerUrl);
}

async function makeQueue(boss: PgBoss, name: string, queue: (typeof QUEUES)[keyof typeof QUEUES]): Promise<void> {
  if (await boss.getQueue(name)) await boss.updateQueue(name, queue);
  else await boss.createQueue(name, queue);
}

async function grant(ownerUrl: string): Promise<void> {
  const client = newClient(ownerUrl, { application_name: 'slusen-migrate' });
  try {
    await client.connect();
    await client.query(grants(JOB_SCHEMA));
  } finally {
    await client.end();
  }
}

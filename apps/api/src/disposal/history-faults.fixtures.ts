import { plainSession } from '../integrity/backup/tables.js';
import { runCheck } from '../integrity/verify/check.js';
import { HISTORY } from '../integrity/verify/history.js';
import { newClient } from '../platform/connection.js';

/** What `verify` finds fault with in the history of a database, as lines. */
export async function historyFaults(ownerUrl: string): Promise<readonly string[]> {
  const client = newClient(ownerUrl, { application_name: 'spec' });
  await client.connect();
  try {
    await client.query('begin');
    await plainSession(client);
    const lines: string[] = [];
    for (const check of HISTORY)
      lines.push(...(await runCheck(check, client)).faults.map(({ where, what }) => `${check.name}: ${where}: ${what}`));
    return lines;
  } finally {
    await client.end();
  }
}

import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { EmbeddedPostgres } from '../embedded-postgres.js';

/**
 * An app for crash specs: writes numbers one by one through its embedded database and prints each when the database
 * has acknowledged it, until it is killed. A number whose fate is unknown is not printed and not tried again.
 */
export async function runWritingApp(dataDir: string): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const log = { info: (message: string) => say(`info ${message}`), warn: (message: string) => say(`warn ${message}`) };
  const database = await EmbeddedPostgres.start({ dataDir, log });
  await createTable(database.ownerUrl);
  const pool = new pg.Pool({ connectionString: database.appUrl, max: 2 });
  pool.on('error', () => undefined);
  say(`server ${database.pid}`);
  for (let n = 1; ; n += 1) {
    const written = await pool.query('INSERT INTO written (n) VALUES ($1)', [n]).catch(() => undefined);
    if (written) say(`ack ${n}`);
    else await delay(20);
  }
}

async function createTable(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query('DROP TABLE IF EXISTS written');
  await owner.query('CREATE TABLE written (n integer PRIMARY KEY); GRANT INSERT, SELECT ON written TO slusen_app');
  await owner.end();
}

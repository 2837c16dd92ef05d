import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { newClient } from '../../platform/connection.js';
import { Settings } from '../../platform/settings.js';
import { plainSession } from '../backup/tables.js';
import { headsFile } from '../heads/head-lines.js';
import { Transactions } from '../../platform/transactions.js';
import { besideCheck } from './beside.js';
import { runCheck, type Check, type CheckResult } from './check.js';
import { guardsCheck } from './guards.js';
import { headsCheck, type KnownHeads } from './heads.js';
import { HISTORY } from './history.js';
import { referencesCheck } from './references.js';
import { rightsCheck } from './rights.js';
import { jobSchemaCheck, schemaCheck } from './schema.js';
import { ServedChecks } from './served.js';

/** What is verified: the database of this owner, and perhaps a head that must be in its chain. */
export interface VerifyOrder {
  readonly ownerUrl: string;
  readonly expected?: KnownHeads['expected'];
}

/** Checks the invariants of everything recorded, on one snapshot each as owner and as app, beside a running application. */
@Injectable()
export class Verify {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly served: ServedChecks,
    private readonly settings: Settings,
  ) {}

  /** Runs every check and tells of each as it is done. */
  async run({ ownerUrl, expected }: VerifyOrder, tell: (result: CheckResult) => void = () => {}): Promise<CheckResult[]> {
    const { url } = this.dataSource.options as { url?: string };
    const results: CheckResult[] = [];
    const runAll = async (client: pg.ClientBase, checks: readonly Check[]): Promise<void> => {
      for (const check of checks) {
        const result = await runCheck(check, client);
        results.push(result);
        tell(result);
      }
    };
    const file = headsFile(this.settings.config.dataDir);
    const guards = [
      headsCheck({ file, expected }),
      referencesCheck(this.dataSource),
      guardsCheck,
      besideCheck,
      rightsCheck(url),
      schemaCheck(ownerUrl),
      jobSchemaCheck(ownerUrl),
    ];
    await asOwner(ownerUrl, (client) => runAll(client, [...HISTORY, ...guards]));
    await this.transactions.run(async () => {
      const client = await this.transactions.connection();
      await client.query('set transaction isolation level repeatable read, read only');
      await client.query('set local statement_timeout = 0');
      await runAll(client, this.served.all());
    });
    return results;
  }
}

/** A transaction that sees one moment and leaves nothing behind. */
async function asOwner(ownerUrl: string, work: (client: pg.ClientBase) => Promise<void>): Promise<void> {
  const client = newClient(ownerUrl, { application_name: 'slusen-verify' });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read');
    await plainSession(client);
    await work(client);
    await client.query('rollback');
  } finally {
    await client.end();
  }
}

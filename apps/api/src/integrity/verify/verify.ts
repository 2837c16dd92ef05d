import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Transactions, transactionClient } from '../../platform/transactions.js';
import { acknowledgedCheck } from './acknowledged.js';
import { approvalsCheck } from './approvals.js';
import { auditChainCheck } from './audit-chain.js';
import { auditCoverageCheck } from './audit-coverage.js';
import { runCheck, type Check, type CheckResult } from './check.js';
import { countersCheck } from './counters.js';
import { decisionsCheck } from './decisions.js';
import { entriesCheck } from './entries.js';
import { guardsCheck } from './guards.js';
import { importsCheck } from './imports.js';
import { orderCheck } from './order.js';
import { referencesCheck } from './references.js';
import { revisionsCheck } from './revisions.js';
import { rightsCheck } from './rights.js';
import { ServedChecks } from './served.js';

const HISTORY: readonly Check[] = [
  revisionsCheck,
  decisionsCheck,
  orderCheck,
  entriesCheck,
  approvalsCheck,
  importsCheck,
  auditChainCheck,
  auditCoverageCheck,
  acknowledgedCheck,
  countersCheck,
];

/** Checks the invariants of everything recorded, on one snapshot each as owner and as app, beside a running application. */
@Injectable()
export class Verify {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly served: ServedChecks,
  ) {}

  /** Runs every check and tells of each as it is done; `ownerUrl` is the address of the tables' owner. */
  async run(ownerUrl: string, tell: (result: CheckResult) => void = () => {}): Promise<CheckResult[]> {
    const { url } = this.dataSource.options as { url?: string };
    const results: CheckResult[] = [];
    const runAll = async (client: pg.ClientBase, checks: readonly Check[]): Promise<void> => {
      for (const check of checks) {
        const result = await runCheck(check, client);
        results.push(result);
        tell(result);
      }
    };
    const guards = [referencesCheck(this.dataSource), guardsCheck, rightsCheck(url)];
    await asOwner(ownerUrl, (client) => runAll(client, [...HISTORY, ...guards]));
    await this.transactions.run(async (manager) => {
      await manager.query('set transaction isolation level repeatable read, read only');
      await manager.query('set local statement_timeout = 0');
      await runAll(transactionClient() as pg.ClientBase, this.served.all());
    });
    return results;
  }
}

/** A transaction that sees one moment and leaves nothing behind. */
async function asOwner(ownerUrl: string, work: (client: pg.ClientBase) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'slusen-verify' });
  // A connection that is lost between two statements must fail the next one, not the program.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`begin isolation level repeatable read; set local timezone = 'UTC'; set local search_path = public, pg_temp`);
    await work(client);
    await client.query('rollback');
  } finally {
    await client.end();
  }
}

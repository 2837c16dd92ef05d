import type { INestApplicationContext } from '@nestjs/common';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { actingNow } from '../identity/acting.js';
import { AccountQuery } from '../identity/account.query.js';
import { AuditTrail } from '../identity/audit-trail.js';
import { ImportFigures } from '../imports/import-figures.js';
import { STRICTLY } from '../imports/import-order.js';
import { ImportStrategy } from '../connectors/strategy-file/import-strategy.js';
import { inBuild } from '../platform/build-folder.js';
import { Moments } from '../platform/moments.js';
import { Settings } from '../platform/settings.js';
import { Transactions } from '../platform/transactions.js';
import { createDemoAccounts, accountsText } from './demo-passwords.js';
import { readDemoContent, type DemoContent } from './demo-content.js';
import { makeDemoEntries } from './make-demo-entries.js';
import { writeExampleFile } from './write-example-file.js';
import { OPERATOR } from '../identity/account.js';

const BEGUN = 'demonstration.begin';
const DONE = 'demonstration.end';
/** Answers for the figures that came from others; a reviewer of the demonstration. */
const APPROVER = 'karin';

/**
 * Loads the demonstration into an empty database, through the same code as a user's files and clicks; goes on where a
 * power cut stopped it. Returns what to print: the accounts. Undefined when the database holds somebody's own strategy.
 */
export async function prepareDemonstration(
  app: INestApplicationContext,
  folder: string = inBuild('api', 'demo'),
): Promise<string | undefined> {
  const { dataDir } = app.get(Settings).config;
  const state = await stateOf(app.get(DataSource));
  if (state === 'foreign') return undefined;
  // With a database of one's own nothing has needed the folder so far.
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  if (state === 'empty') await mark(app, BEGUN);
  if (state !== 'loaded') await load(app, await readDemoContent(folder));
  return accountsText(await createDemoAccounts(app, dataDir));
}

type State = 'empty' | 'begun' | 'loaded' | 'foreign';

async function stateOf(dataSource: DataSource): Promise<State> {
  const has = async (action: string): Promise<boolean> =>
    (await dataSource.query<unknown[]>('select 1 from audit_event where starts_with(payload, $1) limit 1', [`{"action":"${action}"`]))
      .length > 0;
  if (await has(DONE)) return 'loaded';
  if (await has(BEGUN)) return 'begun';
  const anything = await dataSource.query<unknown[]>('(select 1 from strategy limit 1) union all (select 1 from account limit 1)');
  return anything.length > 0 ? 'foreign' : 'empty';
}

async function load(app: INestApplicationContext, content: DemoContent): Promise<void> {
  const { dataDir } = app.get(Settings).config;
  await app.get(ImportStrategy).import({ file: content.strategy }, OPERATOR);
  await createDemoAccounts(app, dataDir);
  const approver = await app.get(AccountQuery).byUsername(APPROVER);
  if (!approver) throw new Error(`The demonstration has no account ${APPROVER}`);
  const asOf = app.get(Moments).now();
  const example = await writeExampleFile(join(dataDir, 'demonstration-examples.csv'), content.strategy, asOf.today);
  for (const path of [...content.seriesFiles, example]) {
    await app.get(ImportFigures).import(actingNow(approver, app.get(Moments)), {
      path,
      source: 'Demonstrationen',
      ...STRICTLY,
      // Kolada's shares have more decimals than are shown of them.
      accept: new Set(['decimals']),
      reason: 'Läst in på nytt efter ett avbrott',
    });
  }
  await makeDemoEntries(app, content.strategy, asOf);
  await mark(app, DONE);
}

async function mark(app: INestApplicationContext, action: string): Promise<void> {
  await app.get(Transactions).run(() => app.get(AuditTrail).record({ action, subject: 'demonstration', by: null }));
}

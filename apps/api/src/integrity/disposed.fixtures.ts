import type { INestApplicationContext } from '@nestjs/common';
import { pseudonymOf } from '@slusen/domain';
import { DataSource } from 'typeorm';
import { DisposalRow } from '../disposal/disposal.row.js';
import { RecordEntry } from '../entries/record-entry.js';
import { StepEntry } from '../entries/step-entry.js';
import { OPERATOR } from '../identity/account.js';
import { actingNow } from '../identity/acting.js';
import { AuditTrail } from '../identity/audit-trail.js';
import { CreateAccount } from '../identity/create-account.js';
import { DisableAccount } from '../identity/disable-account.js';
import { Moments } from '../platform/moments.js';
import { Transactions } from '../platform/transactions.js';
import { accountOf, newKey } from './kept-people.fixtures.js';

/** A draft that was discarded and, by a decision, removed: its steps, its author and what the trail told of it are gone. */
export async function disposeOfDraft(app: INestApplicationContext): Promise<void> {
  const reporter = actingNow(await accountOf(app, 'rut'), app.get(Moments));
  const said = { indicator: 'besok', period: '2025-Q1', value: 17, comment: 'Ett misstag', quality: 'final' as const, answers: [] };
  const draft = await app.get(RecordEntry).record(reporter, newKey(), said);
  await app.get(StepEntry).take(reporter, { ...draft, key: newKey() }, { action: 'discard' });
  const { id: byId } = await accountOf(app, 'alva');
  await dispose(app, { kind: 'working-material', beforeDay: '2199-01-01', byId, ...DECIDED }, 'dispose_working_material');
}

/** Somebody who left, and is a pseudonym now. */
export async function reduceLeaver(app: INestApplicationContext): Promise<void> {
  const leaver = { username: 'lars', name: 'Lars Sandvik', password: 'ett långt lösenord', roles: [] };
  await app.get(Transactions).run(() => app.get(CreateAccount).create(OPERATOR, leaver));
  const { id: accountId } = await accountOf(app, 'lars');
  await app.get(DisableAccount).disable(OPERATOR, 'lars');
  const { id: byId } = await accountOf(app, 'alva');
  await dispose(app, { kind: 'leaver', accountId, byId, ...DECIDED }, `dispose_account`, [pseudonymOf(1), 'tidigare-anvandare-1']);
}

/** The decision of that. */
export const DECIDED = { body: 'Kommunstyrelsen', decidedOn: '2026-01-13', reference: '§ 12' };

/** Removes as the program does, but without asking how old it is; `removal` is the function of the database, given these values too. */
export async function dispose(
  app: INestApplicationContext,
  row: Partial<DisposalRow>,
  removal: string,
  more: readonly string[] = [],
): Promise<void> {
  const { body, decidedOn, reference } = row;
  await app.get(Transactions).run(async () => {
    const { manager } = app.get(DataSource);
    const { identifiers } = await manager.insert(DisposalRow, row);
    const id: unknown = identifiers[0]?.['id'];
    const places = [id, ...more].map((_, at) => `$${at + 1}`).join(', ');
    const [removed] = await manager.query<object[]>(`select ${removal}(${places}) as removed`, [id, ...more]);
    const facts = { kind: row.kind, decision: { body, decidedOn, reference }, ...removed };
    const told = row.accountId
      ? { action: 'account.pseudonymise', subject: `account:${row.accountId}` }
      : { action: 'disposal.carry-out', subject: `disposal:${String(id)}` };
    await app.get(AuditTrail).record({ ...told, by: row.byId ?? null, facts });
  });
}

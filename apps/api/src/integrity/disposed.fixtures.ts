import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DisposalRow } from '../disposal/disposal.row.js';
import { RecordEntry } from '../entries/record-entry.js';
import { StepEntry } from '../entries/step-entry.js';
import { actingNow } from '../identity/acting.js';
import { AuditTrail } from '../identity/audit-trail.js';
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

/** The decision of that. */
export const DECIDED = { body: 'Kommunstyrelsen', decidedOn: '2026-01-13', reference: '§ 12' };

/** Removes as the program does, but without asking how old it is; `removal` is the function of the database. */
export async function dispose(app: INestApplicationContext, row: Partial<DisposalRow>, removal: string): Promise<void> {
  const { body, decidedOn, reference } = row;
  await app.get(Transactions).run(async () => {
    const { manager } = app.get(DataSource);
    const { identifiers } = await manager.insert(DisposalRow, row);
    const [removed] = await manager.query<object[]>(`select ${removal}($1) as removed`, [identifiers[0]?.['id']]);
    const facts = { kind: row.kind, decision: { body, decidedOn, reference }, ...removed };
    const subject = `disposal:${String(identifiers[0]?.['id'])}`;
    await app.get(AuditTrail).record({ action: 'disposal.carry-out', subject, by: row.byId ?? null, facts });
  });
}

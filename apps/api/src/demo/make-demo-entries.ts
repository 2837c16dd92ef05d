import type { INestApplicationContext } from '@nestjs/common';
import type { EntryFigure, EntryView, StrategyFile } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import { createHash } from 'node:crypto';
import { Moments } from '../platform/moments.js';
import type { Account } from '../identity/account.js';
import { actingNow, type Acting } from '../identity/acting.js';
import { AccountQuery } from '../identity/account.query.js';
import { RecordEntry } from '../entries/record-entry.js';
import { SaveEntry } from '../entries/save-entry.js';
import { StepEntry } from '../entries/step-entry.js';
import type { AsOf } from '../platform/as-of.js';
import type { RequestKey } from '../platform/preconditions.js';
import { demoEntries, type DemoEntry } from './demo-entries.js';

/** Takes the demonstration's entries through the steps that people would; what is there already is left alone. */
export async function makeDemoEntries(app: INestApplicationContext, strategy: StrategyFile, asOf: AsOf): Promise<void> {
  for (const entry of demoEntries(strategy, asOf.today)) {
    try {
      await makeEntry(app, entry);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'entry.exists') throw error;
    }
  }
}

async function makeEntry(app: INestApplicationContext, entry: DemoEntry): Promise<void> {
  let view: EntryView | undefined;
  for (const [at, { action, by, reason }] of entry.steps.entries()) {
    const acting = actingNow(await accountOf(app, by), app.get(Moments));
    const key = keyOf(`${entry.indicator} ${entry.period} ${at}`);
    if (!view) view = await record(app, { acting, key, entry });
    else if (action !== 'save')
      view = await app.get(StepEntry).take(acting, { id: view.id, version: view.version, key }, reason ? { action, reason } : { action });
  }
}

async function record(
  app: INestApplicationContext,
  { acting, key, entry }: { acting: Acting; key: RequestKey; entry: DemoEntry },
): Promise<EntryView> {
  const { indicator, period, territory, value, comment, sourceNote, answerIfAsked } = entry;
  const figure = { value, quality: 'final' as const, answers: [], ...(comment ? { comment } : {}), ...(sourceNote ? { sourceNote } : {}) };
  const view = await app.get(RecordEntry).record(acting, key, { indicator, period, territory, ...figure });
  if (view.questions.length === 0) return view;
  const answers = view.questions.map(({ kind }) => ({ kind, comment: answerIfAsked }));
  return answer(app, { acting, view, figure: { ...figure, answers } });
}

/** A save has no key: one that was made before a load was cut off is known by the version it left behind. */
async function answer(
  app: INestApplicationContext,
  { acting, view, figure }: { acting: Acting; view: EntryView; figure: EntryFigure },
): Promise<EntryView> {
  try {
    return await app.get(SaveEntry).save(acting, view, figure);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'entry.stale') throw error;
    return { ...view, version: view.version + 1 };
  }
}

async function accountOf(app: INestApplicationContext, username: string): Promise<Account> {
  const account = await app.get(AccountQuery).byUsername(username);
  if (!account) throw new Error(`The demonstration has no account ${username}`);
  return account;
}

/** The same step has the same key at every try, so that a load that was cut off goes on instead of doubling. */
function keyOf(step: string): RequestKey {
  const fingerprint = createHash('sha256').update(step).digest();
  return { key: `demo-${fingerprint.toString('hex').slice(0, 32)}`, fingerprint };
}

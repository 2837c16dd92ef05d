import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { EntryView } from '@slusen/contracts';
import { addDays, type AccountRole } from '@slusen/domain';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ActorDesk } from '../admin/actor-desk.js';
import { AnswerTask } from '../entries/answer-task.js';
import { EntryDesk } from '../entries/entry-desk.js';
import { SetRoundRule } from '../rounds/set-round-rule.js';
import { Amending } from '../observations/amending.js';
import { ReorganisationDesk } from '../reorganising/reorganisation-desk.js';
import { AddIndicator } from '../indicators/add-indicator.js';
import { AnnotatePoint } from '../indicators/annotate-point.js';
import { IndicatorRepository } from '../indicators/indicator.repository.js';
import { actingNow, type Acting } from '../identity/acting.js';
import { ActionDesk } from '../cooperation/action-desk.js';
import { HidePlaces } from '../masking/hide-places.js';
import { LiftMasking } from '../masking/lift-masking.js';
import { Moments } from '../platform/moments.js';
import { CommandModule } from '../commands/console/command.module.js';
import { readConfig } from '../config.js';
import { accountOf, newKey } from './kept-people.fixtures.js';
import { both, figureFile, FIGURES, strategy } from './kept-strategy.fixtures.js';
import { disposeOfDraft, reduceLeaver } from './disposed.fixtures.js';
import { ImportStrategy } from '../connectors/strategy-file/import-strategy.js';
import { migrate } from '../data-source.js';
import { ImportFigures } from '../imports/import-figures.js';
import { STRICTLY } from '../imports/import-order.js';
import { SettingsDesk } from '../settings/settings-desk.js';
import { RecordEntry } from '../entries/record-entry.js';
import { SaveEntry } from '../entries/save-entry.js';
import { StepEntry } from '../entries/step-entry.js';
import { WriteMessage } from '../entries/write-message.js';
import { CreateAccount } from '../identity/create-account.js';
import { Transactions } from '../platform/transactions.js';
import { OPERATOR } from '../identity/account.js';

export { accountOf, newKey } from './kept-people.fixtures.js';

/** Longest time for a spec that makes databases: seconds, but the machine may be busy. */
export const PATIENCE_MS = 120_000;

/** A data folder of one database's own, which is made when something is noted in it. */
export const ownDataDir = (): string => join(tmpdir(), 'slusen-spec-none', randomUUID());

/** Everything of the application that commands use, on one database. */
export function openContext(databaseUrl: string, dataDir: string = ownDataDir()): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(CommandModule.with(readConfig({ LOG_LEVEL: 'silent', DATA_DIR: dataDir }), databaseUrl), {
    logger: false,
    abortOnError: false,
  });
}

/**
 * Makes a database with everything `verify` looks at, through the use cases that people use: a strategy, accounts, two
 * imports (the second changes a figure), an entry approved after it was returned, its correction, one under way, what is hidden, and an indicator that is computed.
 */
export const migrateAndFill = (ownerUrl: string): Promise<void> => fill(ownerUrl, fillWhatIsNew);

/** The same but for what is hidden, set and said since when it is measured, which earlier versions of the program could not do. */
export async function migrateAndFillAsBefore(ownerUrl: string): Promise<void> {
  await migrate(ownerUrl);
  await withClient(ownerUrl, FORGET_SINCE_WHEN);
  await fill(ownerUrl, async () => {});
  await withClient(ownerUrl, 'drop function forget_since_when cascade');
}

const FORGET_SINCE_WHEN = `
  create function forget_since_when() returns trigger language plpgsql as $$ begin new.in_force_from := null; return new; end $$;
  create trigger forget_since_when before insert on indicator for each row execute function forget_since_when()`;

async function withClient(ownerUrl: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(text);
  await client.end();
}

async function fill(ownerUrl: string, fillMore: (app: INestApplicationContext) => Promise<void>): Promise<void> {
  await migrate(ownerUrl);
  const folder = await mkdtemp(join(tmpdir(), 'slusen-kept-'));
  const app = await openContext(ownerUrl, folder);
  try {
    await app.get(ImportStrategy).import({ file: strategy() }, OPERATOR);
    await makeAccounts(app);
    const approver = actingNow(await accountOf(app, 'gunnel'), app.get(Moments));
    const order = { source: 'SCB', ...STRICTLY };
    await app.get(ImportFigures).import(approver, { ...order, path: await figureFile(folder, FIGURES) });
    await app.get(ImportFigures).import(approver, {
      ...order,
      path: await figureFile(folder, [
        ['2024', 15384],
        ['2025', 15327],
      ]),
      reason: 'SCB rättade 2024',
    });
    await fillMore(app);
    await makeEntries(app);
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeAccounts(app: INestApplicationContext): Promise<void> {
  const roles = { rut: 'reporter', gert: 'reviewer', gunnel: 'reviewer' } as const;
  for (const [username, role] of Object.entries(roles)) {
    const held = username === 'gunnel' ? { role } : { role, department: 'gatukontoret' };
    await makeAccount(app, username, held);
  }
}

async function makeAccount(
  app: INestApplicationContext,
  username: string,
  held: { role: AccountRole; department?: string },
): Promise<void> {
  const account = { username, name: username, password: 'ett långt lösenord', roles: [held] };
  await app.get(Transactions).run(() => app.get(CreateAccount).create(OPERATOR, account));
}

async function makeEntries(app: INestApplicationContext): Promise<void> {
  const reporter = actingNow(await accountOf(app, 'rut'), app.get(Moments));
  const reviewer = actingNow(await accountOf(app, 'gert'), app.get(Moments));
  const figure = { quality: 'final' as const, answers: [] };
  const step = (acting: Acting, view: EntryView, action: 'submit' | 'return' | 'approve', reason?: string): Promise<EntryView> =>
    app.get(StepEntry).take(acting, { ...view, key: newKey() }, reason ? { action, reason } : { action });
  let view = await app.get(RecordEntry).record(reporter, newKey(), { indicator: 'besok', period: '2025-Q3', value: 410, ...figure });
  view = await step(reviewer, await step(reporter, view, 'submit'), 'return', 'Stämmer det?');
  view = await app.get(SaveEntry).save(reporter, view, { value: 401, comment: 'Omräknat', ...figure });
  await step(reviewer, await step(reporter, view, 'submit'), 'approve');
  const half = { ...figure, value: 402.5, answers: [{ kind: 'decimals' as const, comment: 'En halv dag' }] };
  view = await app.get(RecordEntry).record(reporter, newKey(), { indicator: 'besok', period: '2025-Q3', ...half });
  await step(reviewer, await step(reporter, view, 'submit', 'En dag saknades'), 'approve');
  await app.get(RecordEntry).record(reporter, newKey(), { indicator: 'besok', period: '2025-Q4', missing: 'not-measured', ...figure });
}

/** Texts and a figure are hidden, and one of them is shown again. */
async function fillWhatIsNew(app: INestApplicationContext): Promise<void> {
  await hideSome(app);
  await planSome(app);
  await planRounds(app);
  await answerSome(app);
  await setSite(app);
  await addDerived(app);
  await disposeOfDraft(app);
  await reduceLeaver(app);
  await mergeOffices(app);
}

/** An office that was another's from a day, and one that will be called otherwise from another. */
async function mergeOffices(app: INestApplicationContext): Promise<void> {
  const administrator = actingNow(await accountOf(app, 'alva'), app.get(Moments));
  await app.get(ActorDesk).add(administrator.account, newKey(), { name: { sv: 'Parkkontoret' }, kind: 'department' });
  const decided = { from: '2026-01-01', decision: 'KF § 12', reason: 'Ny organisation', shares: [] };
  const request = { slug: 'parkkontoret', revision: 1, key: newKey() };
  const desk = app.get(ReorganisationDesk);
  await desk.carryOut(administrator, request, { ...decided, kind: 'merge', into: ['gatukontoret'] });
  const renamed = { ...decided, kind: 'rename' as const, from: '2999-01-01', name: both('Gator och parker'), into: [] };
  await app.get(ActorDesk).add(administrator.account, newKey(), { name: { sv: 'Gatuverket' }, kind: 'department' });
  await desk.plan(administrator, { slug: 'gatuverket', revision: 1, key: newKey() }, renamed);
}

/** An action that its department entered and says is done. */
async function planSome(app: INestApplicationContext): Promise<void> {
  const official = actingNow(await accountOf(app, 'rut'), app.get(Moments));
  const said = {
    ...{ goal: 'trivsel', title: both('Fler bänkar'), lead: 'gatukontoret', partners: ['kommunstyrelsen'] },
    ...{ startsOn: '2026-01-01', endsOn: '2026-12-31', status: 'ongoing' as const, territory: '0884-tuna', indicator: 'besok' },
  };
  const { slug, revision } = await app.get(ActionDesk).plan(official, newKey(), said);
  await app.get(ActionDesk).revise(official, { slug, revision, key: newKey() }, { ...said, status: 'done' });
}

/** Rounds that come by a rule. */
async function planRounds(app: INestApplicationContext): Promise<void> {
  const order = { by: OPERATOR, record: {}, action: 'round.rule', subject: 'round-rule:quarter' } as const;
  const rule = {
    cadence: 'quarter',
    opensAfter: 1,
    daysOpen: 20,
    graceDays: 3,
    reviewDays: 10,
    publishAfter: 1,
    locksAfter: 30,
    isOn: true,
  } as const;
  await app.get(Amending).amend(order, (amendment) => app.get(SetRoundRule).set(amendment, rule, { expected: 0, today: '2026-01-05' }));
}

/** More time that is asked for, and a note to colleagues. */
async function answerSome(app: INestApplicationContext): Promise<void> {
  const official = actingNow(await accountOf(app, 'rut'), app.get(Moments));
  const { items } = await app.get(EntryDesk).tasksOf(official);
  const task = items.find(({ state }) => state === 'overdue');
  if (!task) throw new Error('Nothing is late');
  const figure = { indicator: task.indicator.slug, period: task.period, territory: task.territory.code, breakdown: task.breakdown };
  const until = addDays(official.asOf.today, 14);
  await app.get(AnswerTask).answer(official, newKey(), { ...figure, kind: 'more-time', until, reason: 'Räknaren är på lagning' });
  await app.get(WriteMessage).write(official, newKey(), { ...figure, text: 'Vet någon var räknaren är?' });
}

async function hideSome(app: INestApplicationContext): Promise<void> {
  await makeAccount(app, 'alva', { role: 'administrator' });
  const administrator = actingNow(await accountOf(app, 'alva'), app.get(Moments));
  const places = [
    { table: 'area_revision', row: '1/1', field: 'description_sv' },
    { table: 'observation', row: '7', field: 'source' },
    { table: 'observation', row: '3', field: 'value' },
  ];
  await app.get(HidePlaces).hide(administrator, newKey(), { places, reason: 'personal-data', decision: 'KS § 4' });
  await app.get(LiftMasking).lift(administrator, newKey(), { places: places.slice(0, 1), decision: 'KS § 5' });
}

/** A municipality's own name and logo. */
async function setSite(app: INestApplicationContext): Promise<void> {
  const administrator = await accountOf(app, 'alva');
  const content = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h8v8z"/></svg>').toString('base64');
  await app.get(SettingsDesk).set(administrator, { revision: 0, key: newKey() }, { accent: '#1f4e79', licence: 'CC0-1.0' });
  await app.get(SettingsDesk).setLogo(administrator, { revision: 1, key: newKey() }, { content });
}

/** The share of the inhabitants who live in the locality: computed, and as long as that has no figures of the whole, empty. */
async function addDerived(app: INestApplicationContext): Promise<void> {
  const ofLocality = strategy().indicators.find(({ slug }) => slug === 'i-orten');
  if (!ofLocality) throw new Error('The file has lost an indicator');
  const { slug: _, breaks: __, perLocality: ___, ...said } = ofLocality;
  const formula = { kind: 'share', parts: ['i-orten', 'folkmangd'] } as const;
  const definition = { ...said, perLocality: [], name: both('Andel i orten'), aggregation: 'none', formula } as const;
  const order = { by: OPERATOR, record: {}, action: 'indicator.add', subject: 'indicator:andel-i-orten' } as const;
  await app.get(Amending).amend(order, async (amendment) => {
    const around = await app.get(IndicatorRepository).surroundings();
    await app.get(AddIndicator).add(amendment, { slug: 'andel-i-orten', definition, around, targets: [], breaks: [] });
    const note = { indicator: 'folkmangd', period: '2025', territory: '0884', text: both('Preliminärt i mars.'), expected: 0 };
    await app.get(AnnotatePoint).annotate(amendment, note);
  });
}

/** Runs statements as the tables' owner with the triggers of these tables off, as someone would who tampers with history. */
export async function tamper(ownerUrl: string, tables: readonly string[], statements: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (const table of tables) await client.query(`alter table ${table} disable trigger user`);
    await client.query(statements);
    for (const table of tables) await client.query(`alter table ${table} enable trigger user`);
  } finally {
    await client.end();
  }
}

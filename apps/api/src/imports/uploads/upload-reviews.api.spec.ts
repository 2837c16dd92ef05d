import type { ImportList, ImportView, NotificationsView } from '@slusen/contracts';
import { randomUUID } from 'node:crypto';
import { Jobs } from '../../jobs/jobs.js';
import { line } from '../../testing/figure-file.js';
import type { Person } from '../../testing/office.js';
import { coded } from '../../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../../testing/whole-application.js';
import { UploadClock } from './upload-clock.js';
import { fileOf, UploadOffice } from './upload-office.fixtures.js';

const PATIENCE_MS = 60_000;
const DAY_MS = 86_400_000;

describe('a file sent by the page, once it is confirmed', () => {
  let whole: WholeApplication;
  let office: UploadOffice;
  beforeEach(async () => {
    whole = await wholeApplication();
    office = new UploadOffice(whole);
    await whole.app.get(Jobs).begin();
    await whole.rows(`update account set email = username || '@exempel.se'`);
  }, 120_000);
  afterEach(() => whole.close());

  const submitted = async (content: string, person: Person = 'reporter'): Promise<ImportView> => {
    const sent = await office.sent(content, person);
    const checked = await office.after(await office.choose(sent, { source: 'Boken' }, person), { step: 'check' }, person);
    return office.after(checked, { step: 'confirm' }, person);
  };
  const visits = line({ period: '1890-Q1' });
  const library = line({ indicator: 'biblioteksbesok', period: '1890-Q1', value: '9000' });
  const waiting = async (person: Person): Promise<string[]> =>
    (await (await whole.as(person)).get('/api/imports'))
      .json<ImportList>()
      .items.filter((one) => one.awaitsReader)
      .map(({ file }) => file);
  const mails = (): Promise<{ kind: string; subject: string }[]> => whole.rows('select kind, subject from mail order by created_at');

  it(
    'waits for whoever reviews its department, and is not there for others',
    async () => {
      const file = await submitted(fileOf(visits));
      expect(file.departments).toEqual([jasmine.objectContaining({ slug: 'utvecklingsavdelningen' })]);
      expect([await waiting('reviewer'), await waiting('critic'), await waiting('strategist')]).toEqual([['siffror.csv'], [], []]);
      expect(coded(await (await whole.as('critic')).get(`/api/imports/${file.id}`))).toEqual([404, 'import.not-found']);
      expect(coded(await office.step(file, { step: 'approve' }, 'critic'))).toEqual([404, 'import.not-found']);
      const done = await office.after(file, { step: 'approve' }, 'reviewer');
      expect(coded(await office.step(done, { step: 'withdraw', reason: 'Fel' }, 'critic'))).toEqual([404, 'import.not-found']);
    },
    PATIENCE_MS,
  );

  it(
    'with figures of several departments is approved only by who reviews them all',
    async () => {
      const file = await submitted(fileOf(visits, library), 'strategist');
      expect(file.departments.map(({ slug }) => slug).sort()).toEqual(['kultur', 'utvecklingsavdelningen']);
      expect(await waiting('critic')).toEqual([]);
      for (const person of ['reviewer', 'critic'] as const) {
        expect((await office.view(file, person)).may).toEqual([]);
        expect(coded(await office.step(file, { step: 'approve' }, person))).toEqual([403, 'permission.forbidden']);
      }
    },
    PATIENCE_MS,
  );

  it(
    'writes to whoever sent it when it is sent back, published and withdrawn',
    async () => {
      const reporter = await whole.as('reporter');
      const { choice } = (await reporter.get('/api/account/notifications')).json<NotificationsView>();
      const key = { 'idempotency-key': randomUUID() };
      expect((await reporter.put('/api/account/notifications', { ...choice, approved: true }, key)).status).toBe(200);
      const file = await submitted(fileOf(visits));
      const back = await office.after(file, { step: 'return', reason: 'Fel år' }, 'reviewer');
      const again = await office.after(await office.after(back, { step: 'check' }), { step: 'confirm' });
      const done = await office.after(again, { step: 'approve' }, 'reviewer');
      await office.after(done, { step: 'withdraw', reason: 'Fel fil' }, 'reviewer');
      expect(await mails()).toEqual([
        { kind: 'returned', subject: 'Tillbaka till dig: siffror.csv' },
        { kind: 'approved', subject: 'Publicerad: siffror.csv' },
        { kind: 'returned', subject: 'Återtagen: siffror.csv' },
      ]);
    },
    PATIENCE_MS,
  );

  it(
    'stays until it is reviewed, while what nobody went on with is removed after thirty days',
    async () => {
      const file = await submitted(fileOf(visits));
      await office.sent(fileOf(library), 'reporter', 'glömd.csv');
      whole.later(29 * DAY_MS);
      await whole.app.get(UploadClock).begin();
      whole.later(31 * DAY_MS);
      await whole.app.get(UploadClock).begin();
      const left = (): Promise<{ name: string }[]> => whole.rows('select file_name as name from import_upload order by 1');
      for (let tries = 0; tries < 100 && (await left()).length > 1; tries++) await new Promise((resolve) => setTimeout(resolve, 100));
      expect(await left()).toEqual([{ name: file.file }]);
    },
    PATIENCE_MS,
  );
});

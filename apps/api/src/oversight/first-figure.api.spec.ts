import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { EntryView, FirstFigure, FirstValue, MailList, MailText, PeopleList } from '@slusen/contracts';
import { testDatabase, type TestDatabase } from '@slusen/embedded-postgres/testing';
import { randomUUID } from 'node:crypto';
import { createApplication } from '../application.js';
import { readConfig } from '../config.js';
import { migrate } from '../data-source.js';
import { Jobs } from '../jobs/jobs.js';
import { FirstCode } from '../set-up/first-code.js';
import { setUpSecondFactor } from '../testing/second-factor.js';
import { Visitor } from '../testing/visitor.js';
import { wholeApplication } from '../testing/whole-application.js';

const PASSWORD = 'ett långt lösenord';
const DEFINITION = {
  ...{ name: { sv: 'Utlån' }, definition: { sv: 'Lån på biblioteket under året.' }, unit: { sv: 'lån' }, source: { name: 'Egen räkning' } },
  ...{ decimals: 0, direction: 'increase', cadence: 'year', aggregation: 'last', lagDays: 30, graceDays: 30 },
};
const keyed = () => ({ 'idempotency-key': randomUUID() });

describe('the way of a new installation to its first figure', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let eva: Visitor;
  beforeEach(async () => {
    database = await testDatabase({ migrate });
    app = await createApplication(readConfig({ LOG_LEVEL: 'silent', DEMO: '0', DATA_DIR: '/nowhere' }), database.appUrl);
    await app.getHttpAdapter().getInstance().ready();
    await app.get(Jobs).begin();
    const code = await app.get(FirstCode, { strict: false }).renew();
    eva = new Visitor(app);
    await eva.post('/api/set-up/administrator', { code, name: 'Eva', username: 'eva', password: PASSWORD });
    await eva.signIn('eva', PASSWORD);
    await setUpSecondFactor(eva);
  }, 120_000);
  afterEach(async () => {
    await app.close();
    await database.drop();
  });

  const guide = async (): Promise<FirstFigure> => (await eva.get('/api/admin/first-figure')).json<FirstFigure>();
  const value = async (): Promise<FirstValue> => (await eva.get('/api/admin/indicators/utlan/first-value')).json<FirstValue>();
  const done = async (answer: Promise<{ readonly status: number; readonly text: string }>): Promise<void> => {
    const { status, text } = await answer;
    expect(status).withContext(text).toBeLessThan(300);
  };
  const define = (definition: object) => done(eva.post('/api/admin/indicators', { slug: 'utlan', definition }, keyed()));
  async function reportOneself(): Promise<void> {
    const [person] = (await eva.get('/api/admin/people')).json<PeopleList>().items;
    const roles = [{ role: 'administrator' }, { role: 'strategist' }, { role: 'reporter', department: 'biblioteket' }];
    await done(eva.put(`/api/admin/people/${person?.id}/roles`, { roles }, { 'if-match': `"${person?.version}"` }));
  }
  async function reviewer(): Promise<Visitor> {
    const roles = [{ role: 'reviewer', department: 'biblioteket' }];
    await done(eva.post('/api/admin/people', { name: 'Vera', email: 'vera@hultsfred.example', roles }, keyed()));
    const [mail] = (await eva.get('/api/admin/mails')).json<MailList>().items;
    const { link } = (await eva.post(`/api/admin/mails/${mail?.id}/openings`, undefined)).json<MailText>();
    const vera = new Visitor(app);
    await done(vera.post('/api/password-links/used', { token: link.split('#')[1], password: PASSWORD }));
    await vera.signIn('vera@hultsfred.example', PASSWORD);
    return vera;
  }

  it('is ticked off as each thing comes to be there', async () => {
    expect(await guide()).toEqual({ done: [] });
    const headers = { 'if-match': '"0"', ...keyed() };
    await done(eva.put('/api/admin/settings', { municipality: 'Hultsfreds kommun', code: '0860' }, headers));
    expect((await guide()).done).toEqual(['municipality']);
    await done(eva.post('/api/admin/actors', { name: { sv: 'Biblioteket' }, kind: 'department' }, keyed()));
    await define({ ...DEFINITION, owner: 'biblioteket' });
    const utlan = { indicator: { slug: 'utlan', name: { sv: 'Utlån' } }, department: 'biblioteket' };
    expect(await guide()).toEqual({ done: ['municipality', 'indicator'], ...utlan });
    expect(await value()).toEqual(jasmine.objectContaining({ hasReporter: false, hasReviewer: false, mayEnter: false, isByHand: true }));
    await reportOneself();
    expect((await guide()).done).toEqual(['municipality', 'indicator', 'reporter']);
    const { period, ...others } = await value();
    expect(others).toEqual(
      jasmine.objectContaining({ hasReporter: true, hasReviewer: false, mayEnter: true, hasValue: false, isSubmitted: false }),
    );
    const vera = await reviewer();
    expect((await guide()).done).toEqual(['municipality', 'indicator', 'reporter', 'reviewer']);
    const entered = await eva.post('/api/entries', { indicator: 'utlan', period, value: 10600, quality: 'final' }, keyed());
    expect((await guide()).done).not.toContain('figure');
    const { id, version } = entered.json<EntryView>();
    await done(eva.post(`/api/entries/${id}/steps`, { action: 'submit' }, { 'if-match': `"${version}"`, ...keyed() }));
    expect((await value()).isSubmitted).toBeTrue();
    expect((await guide()).done).toContain('figure');
    const approve = { 'if-match': `"${version + 1}"`, ...keyed() };
    await done(vera.post(`/api/entries/${id}/steps`, { action: 'approve' }, approve));
    expect(await guide()).toEqual({ done: ['municipality', 'indicator', 'reporter', 'reviewer', 'figure', 'published'], ...utlan });
    expect((await value()).hasValue).toBeTrue();
  });

  it('says of an indicator without a department that nobody can enter it, and of official statistics that nobody does', async () => {
    await done(eva.put('/api/admin/settings', { municipality: 'Hultsfreds kommun', code: '0860' }, { 'if-match': '"0"', ...keyed() }));
    await define(DEFINITION);
    const { department, ...others } = await value();
    expect(department).toBeUndefined();
    expect(others).toEqual(jasmine.objectContaining({ isByHand: true, hasReporter: false, mayEnter: false }));
    await done(eva.post('/api/admin/indicators', { slug: 'folkmangd', definition: { ...DEFINITION, officialStatistics: true } }, keyed()));
    expect((await eva.get('/api/admin/indicators/folkmangd/first-value')).json<FirstValue>().isByHand).toBeFalse();
    expect((await eva.get('/api/admin/indicators/ingen/first-value')).problem.code).toBe('indicator.not-found');
  });
});

describe('an installation that has worked for long', () => {
  it('has come the whole way', async () => {
    const whole = await wholeApplication();
    const { done } = (await (await whole.as('strategist')).get('/api/admin/first-figure')).json<FirstFigure>();
    expect(done.length).toBe(8);
    await whole.close();
  }, 120_000);
});

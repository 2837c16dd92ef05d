import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PeopleList, StrategyDraft, StrategyDraftList } from '@slusen/contracts';
import { testDatabase, type TestDatabase } from '@slusen/embedded-postgres/testing';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { createApplication } from '../application.js';
import { readConfig } from '../config.js';
import { migrate } from '../data-source.js';
import { FirstCode } from '../set-up/first-code.js';
import { setUpSecondFactor } from '../testing/second-factor.js';
import { Visitor, type Answer } from '../testing/visitor.js';

describe('the first draft of a new installation', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let eva: Visitor;
  beforeEach(async () => {
    database = await testDatabase({ migrate });
    app = await createApplication(readConfig({ LOG_LEVEL: 'silent', DEMO: '0', DATA_DIR: '/nowhere' }), database.appUrl);
    await app.getHttpAdapter().getInstance().ready();
    const code = await app.get(FirstCode, { strict: false }).renew();
    eva = new Visitor(app);
    await eva.post('/api/set-up/administrator', { code, name: 'Eva', username: 'eva', password: 'ett långt lösenord' });
    await eva.signIn('eva', 'ett långt lösenord');
    await setUpSecondFactor(eva);
  }, 120_000);
  afterEach(async () => {
    await app.close();
    await database.drop();
  });

  const begin = (): Promise<Answer> => eva.post('/api/strategy-drafts', { title: 'Strategi 2027–2035', from: 'empty' });
  const save = (id: number, key: string, content: object): Promise<Answer> =>
    eva.put(`/api/strategy-drafts/${id}/parts/${key}`, { content }, { 'if-match': key === 'names' ? '"0"' : '"1"' });
  const itIsOurs = (): Promise<Answer> => {
    const headers = { 'if-match': '"0"', 'idempotency-key': randomUUID() };
    return eva.put('/api/admin/settings', { municipality: 'Hultsfreds kommun', code: '0860' }, headers);
  };

  it('is about the municipality that the installation was set up for, however many are begun, and can be adopted when it is written', async () => {
    expect((await itIsOurs()).status).toBe(200);
    const answers = await Promise.all([begin(), begin()]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(await app.get(DataSource).query('select code from territory')).toEqual([{ code: '0860' }]);
    const { id } = answers[0].json<StrategyDraft>();
    await save(id, 'names', { name: { sv: 'Hultsfred växer' }, purpose: { sv: 'Att fler ska vilja bo här.' } });
    await save(id, 'decision', { number: 1, body: { sv: 'kommunfullmäktige' }, decidedOn: '2026-11-23', validFrom: '2026-11-24' });
    expect((await eva.get(`/api/strategy-drafts/${id}`)).json<StrategyDraft>().faults).toEqual([]);
  });

  it('can begin with the areas of the template, whose words are then one’s own; there is no version to begin with', async () => {
    await itIsOurs();
    expect((await eva.get('/api/strategy-drafts')).json<StrategyDraftList>()).toEqual({ drafts: [], hasVersion: false });
    const { parts } = (await eva.post('/api/strategy-drafts', { title: 'Vår strategi', from: 'template' })).json<StrategyDraft>();
    const areas = ['leva', 'arbeta', 'verka', 'trivas', 'kontakt', 'motas'].map((slug) => `area:${slug}`);
    expect(parts.map(({ key }) => key).sort()).toEqual(['names', 'decision', 'outline', ...areas].sort());
    expect(parts.find(({ key }) => key === 'decision')?.content).toEqual(jasmine.objectContaining({ number: 1 }));
  });

  it('waits until the installation is somebody’s', async () => {
    expect((await begin()).problem.code).toBe('strategy.no-municipality');
    expect(await app.get(DataSource).query('select from territory')).toEqual([]);
  });

  it('is not waited for by figures: an indicator is of the municipality from the first', async () => {
    await itIsOurs();
    const keyed = () => ({ 'idempotency-key': randomUUID() });
    await eva.post('/api/admin/actors', { name: { sv: 'Tekniska' }, kind: 'department' }, keyed());
    const definition = {
      ...{ name: { sv: 'Hushållsavfall' }, definition: { sv: 'Kilo per invånare.' }, unit: { sv: 'kg per invånare' } },
      ...{
        decimals: 0,
        direction: 'decrease',
        cadence: 'year',
        aggregation: 'last',
        source: { name: 'Avfall Sverige' },
        owner: 'tekniska',
      },
      ...{ lagDays: 60, graceDays: 30 },
    };
    const added = await eva.post('/api/admin/indicators', { slug: 'hushallsavfall', definition }, keyed());
    expect(added.status).withContext(added.text).toBe(201);
    const [person] = (await eva.get('/api/admin/people')).json<PeopleList>().items;
    const roles = [{ role: 'administrator' }, { role: 'reporter', department: 'tekniska' }];
    const given = await eva.put(`/api/admin/people/${person?.id}/roles`, { roles }, { 'if-match': `"${person?.version}"` });
    expect(given.status).withContext(given.text).toBe(200);
    const form = await eva.get('/api/entry-form?indicator=hushallsavfall&period=2025');
    expect(form.status).withContext(form.text).toBe(200);
    expect((await eva.get('/api/tasks')).text).toContain('Hultsfreds kommun');
  });
});

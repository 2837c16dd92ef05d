import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { StrategyFileOutcome, StrategyTemplate } from '@slusen/contracts';
import { testDatabase, type TestDatabase } from '@slusen/embedded-postgres/testing';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { createApplication } from '../../application.js';
import { readConfig } from '../../config.js';
import { migrate } from '../../data-source.js';
import { STRATEGY_FILE } from '../../integrity/kept-strategy.fixtures.js';
import { FirstCode } from '../../set-up/first-code.js';
import { setUpSecondFactor } from '../../testing/second-factor.js';
import { Visitor, type Answer } from '../../testing/visitor.js';

const FILE = '/api/admin/strategy-file';
const TEMPLATE = '/api/admin/strategy-template';
const DECISION = { body: 'council', decidedOn: '2026-11-23', paragraph: '§ 112', validFrom: '2026-11-24' };

describe('a strategy begun on a page', () => {
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

  const itIs = async (municipality: string, code: string): Promise<void> => {
    const headers = { 'if-match': '"0"', 'idempotency-key': randomUUID() };
    const { status, text } = await eva.put('/api/admin/settings', { municipality, code }, headers);
    expect(status).withContext(text).toBe(200);
  };
  const outcome = (answer: Answer): StrategyFileOutcome => {
    if (answer.status >= 300) throw new Error(answer.text);
    return answer.json<StrategyFileOutcome>();
  };
  const areas = async (): Promise<string[]> =>
    (await new Visitor(app).get('/api/start')).json<{ areas?: { slug: string }[] }>().areas?.map(({ slug }) => slug) ?? [];

  it('from a file is shown to everyone at once', async () => {
    await itIs('Vimmerby kommun', '0884');
    const { faults, changes } = outcome(await eva.post(FILE, { file: STRATEGY_FILE }));
    expect([faults, changes > 5]).toEqual([[], true]);
    expect(await areas()).toContain('leva');
  });

  it('from a file with faults stores nothing, and tells each with its place', async () => {
    await itIs('Vimmerby kommun', '0884');
    const { faults, isMore, changes } = outcome(await eva.post(FILE, { file: { ...STRATEGY_FILE, areas: [{ slug: 'a b' }], more: 1 } }));
    expect(faults).toContain({ path: ['areas', 0, 'slug'], code: 'slug.malformed', text: 'a b' });
    expect(faults).toContain({ path: ['more'], code: 'field.unknown', text: 'more' });
    expect([isMore, changes]).toEqual([false, 0]);
    expect(await app.get(DataSource).query('select from actor')).toEqual([]);
  });

  it('tells of very many faults the first fifty', async () => {
    await itIs('Vimmerby kommun', '0884');
    const actors = Array.from({ length: 60 }, () => ({ slug: 'A B' }));
    const { faults, isMore } = outcome(await eva.post(FILE, { file: { ...STRATEGY_FILE, actors } }));
    expect([faults.length, isMore]).toEqual([50, true]);
  });

  it('is nobody’s before it is said whose the installation is, and never another municipality’s', async () => {
    expect((await eva.post(FILE, { file: STRATEGY_FILE })).problem.code).toBe('strategy.no-municipality');
    expect((await eva.post(TEMPLATE, DECISION)).problem.code).toBe('strategy.no-municipality');
    await itIs('Hultsfreds kommun', '0860');
    expect((await eva.post(FILE, { file: STRATEGY_FILE })).problem.code).toBe('strategy.other-municipality');
    expect(await app.get(DataSource).query('select from strategy')).toEqual([]);
  });

  it('from the template has its six areas, and rests on the municipality’s own decision', async () => {
    await itIs('Hultsfreds kommun', '0860');
    expect(outcome(await eva.post(TEMPLATE, DECISION)).changes).toBe(9);
    expect(await areas()).toEqual(['leva', 'arbeta', 'verka', 'trivas', 'kontakt', 'motas']);
    const [version]: { text: string }[] = await app
      .get(DataSource)
      .query(`select body_sv || ' ' || paragraph as text from strategy_version_revision`);
    expect(version?.text).toBe('kommunfullmäktige § 112');
  });

  it('from the template is seen before it is taken, and called what the municipality calls it', async () => {
    await itIs('Hultsfreds kommun', '0860');
    const template = (await eva.get(TEMPLATE)).json<StrategyTemplate>();
    expect(template.areas.map(({ shortName }) => shortName.sv)).toEqual(['Leva', 'Arbeta', 'Verka', 'Trivas', 'Kontakt', 'Mötas']);
    outcome(await eva.post(TEMPLATE, { ...DECISION, name: 'Hultsfred växer' }));
    expect((await new Visitor(app).get('/api/start')).text).toContain('Hultsfred växer');
  });

  it('is begun once, however often it is asked for', async () => {
    await itIs('Hultsfreds kommun', '0860');
    const headers = { 'idempotency-key': randomUUID() };
    const [first, again] = [await eva.post(TEMPLATE, DECISION, headers), await eva.post(TEMPLATE, DECISION, headers)];
    expect(again.text).toBe(first.text);
    expect(outcome(await eva.post(TEMPLATE, DECISION)).changes).toBe(0);
    expect((await eva.post(TEMPLATE, { ...DECISION, paragraph: '§ 113' })).problem.code).toBe('change.decision-required');
  });
});

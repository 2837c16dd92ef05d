import type { DraftMeasurability, StrategyDraft } from '@slusen/contracts';
import { randomUUID } from 'node:crypto';
import type { Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

const PATIENCE_MS = 120_000;

describe('the measurability of a draft', () => {
  let whole: WholeApplication;
  let strategist: Visitor;
  let draft: StrategyDraft;
  beforeEach(async () => {
    whole = await wholeApplication();
    strategist = await whole.as('strategist');
    const answer = await strategist.post('/api/strategy-drafts', { title: 'Strategi 2027–2030', from: 'in-force' });
    draft = answer.json<StrategyDraft>();
  }, PATIENCE_MS);
  afterEach(() => whole.close());

  const check = async (): Promise<DraftMeasurability> =>
    (await strategist.get(`/api/strategy-drafts/${draft.id}/measurability`)).json<DraftMeasurability>();
  const gaps = async (goal: string, indicator: string) =>
    (await check()).goals
      .find(({ slug }) => slug === goal)
      ?.indicators.find((one) => one.indicator.slug === indicator)
      ?.findings.map(({ gap }) => gap);
  const save = async (key: string, content: unknown): Promise<void> => {
    const revision = (await strategist.get(`/api/strategy-drafts/${draft.id}/parts/${key}`)).headers['etag'];
    const answer = await strategist.put(
      `/api/strategy-drafts/${draft.id}/parts/${key}`,
      { content },
      { 'if-match': String(revision ?? '"0"') },
    );
    expect(answer.status).toBe(200);
  };
  const contentOf = (key: string) => draft.parts.find((part) => part.key === key)?.content as Record<string, unknown>;

  it('tells goal by goal what is missing, in the order of the draft, and counts what lacks nothing', async () => {
    const { draft: about, goals, count, checkedOn } = await check();
    expect(about).toEqual(jasmine.objectContaining({ title: 'Strategi 2027–2030', state: 'draft' }));
    expect(about.name.sv).not.toBe('');
    expect(checkedOn).toMatch(/^2\d{3}-\d\d-\d\d$/);
    expect(goals.map(({ slug, area }) => `${area.slug}/${slug}`)).toEqual(['leva/fler-invanare', 'leva/gemenskap', 'verka/fler-gaster']);
    expect(goals[1]?.deliberatelyNotMeasured?.sv).toBe('Det som räknas går inte att räkna.');
    expect(await gaps('fler-invanare', 'folkmangd')).toEqual(['influence']);
    expect(await gaps('fler-gaster', 'gastnatter')).toEqual(['owner', 'influence']);
    expect(count.goals.deliberatelyNot).toBe(1);
    expect(count.indicators.measurable).toBe(0);
  }, PATIENCE_MS); // prettier-ignore

  it('is the same in the draft itself, as a count', async () => {
    const read = (await strategist.get(`/api/strategy-drafts/${draft.id}`)).json<StrategyDraft>();
    expect(read.measurable).toEqual((await check()).count);
  }, PATIENCE_MS); // prettier-ignore

  it('changes with what is written in the draft', async () => {
    const goal = contentOf('goal:fler-invanare') as { measures: { indicator: string }[] };
    await save('goal:fler-invanare', { ...goal, measures: [{ indicator: 'folkmangd', kind: 'none' }] });
    await save('goal:gemenskap', { ...contentOf('goal:gemenskap'), deliberatelyNotMeasured: { sv: '' } });
    expect(await gaps('fler-invanare', 'folkmangd')).toEqual(['target', 'baseline', 'influence']);
    expect((await check()).goals.find(({ slug }) => slug === 'gemenskap')?.findings).toEqual([{ gap: 'measure', mendedIn: 'draft' }]);
  }, PATIENCE_MS); // prettier-ignore

  it('changes with the definition, and with a break since the baseline', async () => {
    const said = await strategist.get('/api/admin/indicators/folkmangd/definition');
    const { definition } = said.json<{ definition: object }>();
    const revised = { definition: { ...definition, influence: 'shared' }, reason: 'Rådigheten var inte sagd' };
    const made = (revision: string) => ({ 'if-match': revision, 'idempotency-key': randomUUID() });
    const answer = await strategist.put('/api/admin/indicators/folkmangd/definition', revised, made(String(said.headers['etag'])));
    expect(answer.status).toBe(200);
    expect(await gaps('fler-invanare', 'folkmangd')).toEqual([]);
    expect((await check()).count.indicators.measurable).toBe(1);
    const cut = { breaking: { kind: 'break', reason: { sv: 'Ny metod', en: 'New method' } }, reason: 'SCB räknar om' };
    expect((await strategist.put('/api/admin/indicators/folkmangd/breaks/2024', cut, made('"0"'))).status).toBe(200);
    expect(await gaps('fler-invanare', 'folkmangd')).toEqual(['series-break']);
  }, PATIENCE_MS); // prettier-ignore

  it('says who is missing when those who report or review have left', async () => {
    expect(await gaps('fler-invanare', 'folkmangd')).not.toContain('reviewer');
    await whole.rows(`update account set disabled_at = now() where id in (select account_id from account_role where role = 'reviewer')`);
    expect(await gaps('fler-invanare', 'folkmangd')).toContain('reviewer');
  }, PATIENCE_MS); // prettier-ignore

  it('is for those who write drafts', async () => {
    const path = `/api/strategy-drafts/${draft.id}/measurability`;
    expect((await (await whole.as('administrator')).get(path)).status).toBe(200);
    expect((await (await whole.as('reporter')).get(path)).status).toBe(403);
    expect((await whole.visitor().get(path)).status).toBe(401);
    expect((await strategist.get('/api/strategy-drafts/999/measurability')).problem.code).toBe('draft.not-found');
  }, PATIENCE_MS); // prettier-ignore
});

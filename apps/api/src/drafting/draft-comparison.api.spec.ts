import type { StrategyDraft, VersionComparisonView } from '@slusen/contracts';
import type { Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

const PATIENCE_MS = 120_000;

describe('a draft beside an adopted version', () => {
  let whole: WholeApplication;
  let strategist: Visitor;
  beforeEach(async () => {
    whole = await wholeApplication();
    strategist = await whole.as('strategist');
  }, PATIENCE_MS);
  afterEach(() => whole.close());

  const begin = async (from: 'in-force' | 'empty'): Promise<StrategyDraft> =>
    (await strategist.post('/api/strategy-drafts', { title: 'Nästa', from })).json<StrategyDraft>();
  const compare = async ({ id }: StrategyDraft, query = '') =>
    (await strategist.get(`/api/strategy-drafts/${id}/comparison${query}`)).json<VersionComparisonView>();
  const save = async (draft: StrategyDraft, key: string, content: unknown): Promise<void> => {
    const revision = draft.parts.find((part) => part.key === key)?.revision ?? 0;
    const answer = await strategist.put(`/api/strategy-drafts/${draft.id}/parts/${key}`, { content }, { 'if-match': `"${revision}"` });
    expect(answer.status).toBe(200);
  };
  const contentOf = (draft: StrategyDraft, key: string) => draft.parts.find((part) => part.key === key)?.content as Record<string, unknown>;

  it('begins with no difference to the one in force', async () => {
    const told = await compare(await begin('in-force'));
    expect([told.before.decided?.version, told.after.draft, told.texts, told.areas]).toEqual([2, 'Nästa', [], []]);
  }, PATIENCE_MS); // prettier-ignore

  it('tells what is written in it, also what is not finished yet', async () => {
    const draft = await begin('in-force');
    const goal = contentOf(draft, 'goal:fler-invanare') as { measures: { final?: object }[] };
    await save(draft, 'goal:fler-invanare', { ...goal, name: { sv: 'Ännu fler invånare' }, measures: goal.measures.map((one) => ({ ...one, final: { period: '2030', value: 16000 } })) });
    await save(draft, 'outline', { areas: [{ slug: 'leva', goals: ['fler-invanare', 'gemenskap', 'fler-gaster'] }, { slug: 'verka', goals: [] }] });
    const told = await compare(draft);
    const goals = told.areas.flatMap((area) => area.goals);
    expect(goals.map(({ slug, change, from }) => [slug, change, from?.sv !== undefined])).toEqual([
      ['fler-invanare', 'kept', false],
      ['fler-gaster', 'moved', true],
    ]);
    expect(goals[0]?.measures.map(({ indicator, reach }) => [indicator.slug, reach])).toContain(['folkmangd', 'harder']);
    await save({ ...draft, parts: (await reread(draft)).parts }, 'goal:fler-invanare', { ...goal, measures: goal.measures.map(({ final: _, ...one }) => one) });
    const unfinished = (await compare(draft)).areas.flatMap((area) => area.goals).find(({ slug }) => slug === 'fler-invanare');
    expect(new Set(unfinished?.measures.map(({ change, after }) => `${change} ${String(after)}`))).toEqual(new Set(['changed undefined']));
  }, PATIENCE_MS); // prettier-ignore

  it('stands beside any adopted version, and an empty one takes everything out', async () => {
    const draft = await begin('empty');
    expect((await compare(draft)).areas.map(({ change }) => change)).toEqual(['removed', 'removed']);
    expect((await compare(draft, '?with=1')).before.decided?.version).toBe(1);
    expect((await strategist.get(`/api/strategy-drafts/${draft.id}/comparison?with=9`)).problem.code).toBe('version.not-found');
  }, PATIENCE_MS); // prettier-ignore

  it('is for those who write drafts', async () => {
    const { id } = await begin('empty');
    expect((await (await whole.as('reporter')).get(`/api/strategy-drafts/${id}/comparison`)).status).toBe(403);
    expect((await whole.visitor().get(`/api/strategy-drafts/${id}/comparison`)).status).toBe(401);
  }, PATIENCE_MS); // prettier-ignore

  const reread = async ({ id }: StrategyDraft) => (await strategist.get(`/api/strategy-drafts/${id}`)).json<StrategyDraft>();
});

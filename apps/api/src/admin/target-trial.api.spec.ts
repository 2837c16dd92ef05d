import type { IndicatorPageView, TargetInForce, TargetTrial } from '@slusen/contracts';
import { coded, type Answer, type Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

const INDICATOR = 'foretagsbesok';
const GOAL = 'fler-invanare';

describe('a target that is tried', () => {
  let whole: WholeApplication;
  let strategist: Visitor;
  beforeAll(async () => {
    whole = await wholeApplication();
    strategist = await whole.as('strategist');
  }, 120_000);
  afterAll(() => whole.close());

  const attempt = (tried: object): Promise<Answer> => strategist.post('/api/admin/target-trials', { indicator: INDICATOR, ...tried });
  const page = async (): Promise<IndicatorPageView> =>
    (await whole.visitor().get(`/api/indicators/${INDICATOR}`)).json<IndicatorPageView>();
  const inForce = async () =>
    (await strategist.get(`/api/admin/goals/${GOAL}/targets/${INDICATOR}`)).json<TargetInForce>().measuring as Extract<
      TargetInForce['measuring'],
      { kind: 'point' }
    >;

  it('says of the one in force what the page of the indicator says', async () => {
    const answer = await attempt(await inForce());
    expect(answer.status).withContext(answer.text).toBe(200);
    const { target, chart, status, points, outlook } = answer.json<TargetTrial>();
    const { goals, outlook: outlooks, points: shown } = await page();
    const goal = goals.find((one) => one.goal.slug === GOAL)!;
    expect(target).toEqual(goal.target!);
    expect(chart.subtitle).toEqual(goal.chart!.subtitle);
    expect(status).toEqual({ sv: goal.assessed.sentences.sv.status, en: goal.assessed.sentences.en.status });
    expect(points.map(({ period, value }) => [period, value])).toEqual(shown.map(({ period, value }) => [period, value]));
    const own = outlooks.find((one) => one.goal === GOAL);
    if (own) expect(outlook.ahead).toEqual(own.ahead);
  });

  it('is stored nowhere', async () => {
    const count = async () => (await whole.rows<{ n: number }>('select count(*)::int as n from target'))[0]?.n;
    const before = await count();
    const { final, ...rest } = await inForce();
    expect((await attempt({ ...rest, final: { ...final, value: 1 } })).status).toBe(200);
    expect(await count()).toBe(before);
    expect((await inForce()).final).toEqual(final);
  });

  it('is told what is wrong with it, or that it is not finished', async () => {
    const { final, ...rest } = await inForce();
    expect(coded(await attempt({ ...rest, final: { period: final.period } }))).toEqual([422, 'target.unfinished']);
    expect(coded(await attempt({ kind: 'none' }))).toEqual([422, 'target.unfinished']);
    const yearly = await attempt({ ...rest, final: { period: '2030', value: 1 } });
    expect([yearly.status, yearly.problem.errors]).toEqual([400, [{ path: 'final.period', message: 'period.wrong-cadence' }]]);
    expect(coded(await strategist.post('/api/admin/target-trials', { indicator: 'ingen', kind: 'none' }))).toEqual([
      404,
      'indicator.not-found',
    ]);
  });
});

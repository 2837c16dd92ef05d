import type { DefinitionInForce, GoalPageView, IndicatorPageView, TargetInForce } from '@slusen/contracts';
import { randomUUID } from 'node:crypto';
import type { Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

const INDICATOR = 'foretagsbesok';
const GOAL = 'fler-invanare';

describe('what was decided', () => {
  let whole: WholeApplication;
  let strategist: Visitor;
  beforeAll(async () => {
    whole = await wholeApplication();
    strategist = await whole.as('strategist');
  }, 120_000);
  afterAll(() => whole.close());

  const headers = (revision: number, key: string = randomUUID()) => ({ 'if-match': `"${revision}"`, 'idempotency-key': key });
  const lastEvent = async (): Promise<unknown> => {
    const [event] = await whole.rows<{ payload: string }>('select payload from audit_event order by record_id desc limit 1');
    return JSON.parse(event!.payload) as unknown;
  };
  const events = async (): Promise<number> => (await whole.rows('select 1 from audit_event')).length;

  describe('of a definition', () => {
    const path = `/api/admin/indicators/${INDICATOR}/definition`;
    const inForce = async (): Promise<DefinitionInForce> => (await strategist.get(path)).json<DefinitionInForce>();
    const sent = async (changes: object) => ({ definition: { ...(await written()), ...changes }, reason: 'Fel från början' });
    /** The definition as somebody sends it: with its English. */
    const written = async () => {
      const { definition } = await inForce();
      return { ...definition, definition: { sv: 'Antal besök.', en: 'Number of visits.' }, name: { sv: 'Företagsbesök', en: 'Visits' } };
    };
    const page = async (): Promise<IndicatorPageView> =>
      (await whole.visitor().get(`/api/indicators/${INDICATOR}`)).json<IndicatorPageView>();

    it('is revised for a reason, shown at once and told to the audit trail', async () => {
      const { revision } = await inForce();
      const answer = await strategist.put(path, await sent({ lagDays: 50 }), headers(revision));
      expect([answer.status, answer.json<DefinitionInForce>().revision]).toEqual([200, revision + 1]);
      expect((await page()).indicator.lagDays).toBe(50);
      expect(await lastEvent()).toEqual(
        jasmine.objectContaining({
          action: 'definition.revise',
          subject: `indicator:${INDICATOR}`,
          by: jasmine.any(String),
          facts: jasmine.objectContaining({
            reason: 'Fel från början',
            changes: [
              jasmine.objectContaining({
                kind: 'indicator',
                differences: jasmine.arrayContaining([{ field: 'dagar till publicering', before: '15', after: '50' }]),
              }),
            ],
          }),
        }),
      );
    });

    it('is revised once however often the same request is sent', async () => {
      const [{ revision }, key, body] = [await inForce(), randomUUID(), await sent({ graceDays: 12 })];
      const answers = [await strategist.put(path, body, headers(revision, key)), await strategist.put(path, body, headers(revision, key))];
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      expect(answers[0]?.text).toBe(answers[1]?.text ?? '');
      expect((await inForce()).revision).toBe(revision + 1);
    });

    it('stays the same revision when nothing differs, and the audit trail is not told', async () => {
      await strategist.put(path, await sent({}), headers((await inForce()).revision));
      const { revision } = await inForce();
      const count = await events();
      const answer = await strategist.put(path, await sent({}), headers(revision));
      expect([answer.status, answer.json<DefinitionInForce>().revision, await events()]).toEqual([200, revision, count]);
    });

    it('is revised by one of two who read the same revision', async () => {
      const { revision } = await inForce();
      const bodies = [await sent({ graceDays: 1 }), await sent({ graceDays: 2 })];
      const answers = await Promise.all(bodies.map((body) => strategist.put(path, body, headers(revision))));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
      expect(answers.find(({ status }) => status === 412)?.problem.code).toBe('revision.stale');
      expect((await inForce()).revision).toBe(revision + 1);
    });

    const refused: readonly [what: string, changes: object, path: string, code: string][] = [
      ['names nobody', { owner: 'ingen' }, 'owner', 'reference.unknown'],
      ['does not hang together', { min: 2, max: 1 }, 'max', 'indicator.min-above-max'],
      ['a target that is decided cannot be held to', { direction: 'none' }, 'targets.0.kind', 'target.no-direction'],
    ];
    for (const [what, changes, place, message] of refused) {
      it(`is refused when it ${what}`, async () => {
        const { revision } = await inForce();
        const { status, problem } = await strategist.put(path, await sent(changes), headers(revision));
        expect([status, problem.errors]).toEqual([400, [{ path: place, message }]]);
        expect((await inForce()).revision).toBe(revision);
      });
    }

    it('is refused another cadence than its figures have', async () => {
      const { revision } = await inForce();
      const name = { sv: 'Besök', en: 'Visits' };
      const library = '/api/admin/indicators/biblioteksbesok/definition';
      const { definition } = (await strategist.get(library)).json<DefinitionInForce>();
      const body = { definition: { ...definition, name, definition: name, cadence: 'year' }, reason: 'Prov' };
      const { status, problem } = await strategist.put(library, body, headers(1));
      expect([status, problem.code]).toEqual([422, 'definition.has-figures']);
      expect((await inForce()).revision).toBe(revision);
    });

    it('needs a reason, the revision that was read, and a name for the request', async () => {
      const { reason: _, ...without } = await sent({ lagDays: 51 });
      const { revision } = await inForce();
      expect((await strategist.put(path, without, headers(revision))).status).toBe(400);
      expect((await strategist.put(path, await sent({}), { ...headers(1), 'if-match': undefined })).status).toBe(428);
      expect((await strategist.put(path, await sent({}), { 'if-match': '"1"' })).status).toBe(400);
    });

    it('is found only where it is', async () => {
      expect((await strategist.get('/api/admin/indicators/ingen/definition')).problem.code).toBe('indicator.not-found');
      expect((await strategist.put('/api/admin/indicators/ingen/definition', await sent({}), headers(1))).status).toBe(404);
    });
  });

  describe('of a target', () => {
    const path = `/api/admin/goals/${GOAL}/targets/${INDICATOR}`;
    const inForce = async (): Promise<TargetInForce> => (await strategist.get(path)).json<TargetInForce>();
    const sent = (measuring: object) => ({ measuring, reason: 'Lättare att nå', decision: 'KF 2027-03-22 § 12' });
    const withFinal = async (value: number) => ({ ...(await inForce()).measuring, final: { period: '2027-Q4', value } });
    const goalPage = async (): Promise<GoalPageView> => (await whole.visitor().get(`/api/goals/${GOAL}`)).json<GoalPageView>();
    const finalShown = async () =>
      (await whole.visitor().get(`/api/indicators/${INDICATOR}`)).json<IndicatorPageView>().goals[0]?.target?.points.at(-1)?.value;

    it('is decided by a body, shown at once and told to the audit trail', async () => {
      const { revision } = await inForce();
      const answer = await strategist.put(path, sent(await withFinal(70)), headers(revision));
      expect([answer.status, answer.json<TargetInForce>().revision]).toEqual([200, revision + 1]);
      expect(await finalShown()).toBe(70);
      expect(await lastEvent()).toEqual(
        jasmine.objectContaining({
          action: 'target.decide',
          subject: `target:${GOAL}/${INDICATOR}`,
          facts: jasmine.objectContaining({ decision: 'KF 2027-03-22 § 12', reason: 'Lättare att nå' }),
        }),
      );
    });

    it('leaves the target before it on the page, with the change in words, as it was known', async () => {
      const shown = async (query = '') =>
        (await whole.visitor().get(`/api/indicators/${INDICATOR}${query}`)).json<IndicatorPageView>().goals[0]!;
      const [there, { target, earlier = [] }] = [await inForce(), await shown()];
      const instant = new Date().toISOString();
      const final = target?.points.at(-1)?.value ?? 0;
      expect((await strategist.put(path, sent(await withFinal(final - 5)), headers(there.revision))).status).toBe(200);
      const changed = await shown();
      expect(changed.earlier?.length).toBe(earlier.length + 1);
      expect(changed.earlier?.at(-1)?.target).toEqual(target);
      expect(changed.earlier?.at(-1)?.told.sv).toMatch(/^Målvärdet ändrades den .+ \(lättare att nå\): KF 2027-03-22 § 12\.$/);
      expect((await shown(`?known=${instant}`)).earlier ?? []).toEqual(earlier);
      // The way it runs is the same again: nothing more was changed.
      await strategist.put(path, { ...sent(await withFinal(final - 5)), decision: 'KF § 13' }, headers(there.revision + 1));
      expect((await shown()).earlier?.length).toBe(earlier.length + 1);
    });

    it('is decided by one of two who read the same revision', async () => {
      const { revision } = await inForce();
      const bodies = [sent(await withFinal(71)), sent(await withFinal(72))];
      const answers = await Promise.all(bodies.map((body) => strategist.put(path, body, headers(revision))));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    });

    it('can be left out, taken away and decided anew', async () => {
      const first = await inForce();
      expect((await strategist.put(path, sent({ kind: 'withdrawn' }), headers(first.revision))).status).toBe(200);
      expect((await goalPage()).indicators.map(({ slug }) => slug)).not.toContain(INDICATOR);
      expect((await strategist.put(path, sent({ kind: 'none' }), headers(first.revision + 1))).status).toBe(200);
      expect((await goalPage()).indicators.map(({ slug }) => slug)).toContain(INDICATOR);
      expect((await strategist.put(path, sent(first.measuring!), headers(first.revision + 2))).status).toBe(200);
      expect((await inForce()).measuring).toEqual(first.measuring);
    });

    it('can be decided where nothing was: the revision read is 0', async () => {
      const other = `/api/admin/goals/${GOAL}/targets/biblioteksbesok`;
      expect((await strategist.get(other)).json<TargetInForce>()).toEqual({ goal: GOAL, indicator: 'biblioteksbesok', revision: 0 });
      const answer = await strategist.put(other, sent({ kind: 'none' }), headers(0));
      expect([answer.status, answer.json<TargetInForce>().revision]).toEqual([200, 1]);
      expect((await strategist.put(other, sent({ kind: 'none' }), headers(0))).status).toBe(412);
    });

    it('is refused when its indicator cannot be held to it, or without its decision', async () => {
      const { revision } = await inForce();
      const yearly = { ...(await inForce()).measuring, final: { period: '2030', value: 1 } };
      const { status, problem } = await strategist.put(path, sent(yearly), headers(revision));
      expect([status, problem.errors]).toEqual([400, [{ path: 'final.period', message: 'period.wrong-cadence' }]]);
      const { decision: _, ...undecided } = sent(await withFinal(80));
      expect((await strategist.put(path, undecided, headers(revision))).status).toBe(400);
    });

    it('is found only where it is', async () => {
      expect((await strategist.get(`/api/admin/goals/inget/targets/${INDICATOR}`)).problem.code).toBe('goal.not-found');
      expect((await strategist.get(`/api/admin/goals/${GOAL}/targets/ingen`)).problem.code).toBe('indicator.not-found');
    });
  });

  for (const person of ['reporter', 'reviewer', 'politician', 'partner', 'nobody'] as const) {
    it(`is not for a ${person} to change`, async () => {
      const visitor = await whole.as(person);
      const measuring = { measuring: { kind: 'none' }, reason: 'Prov', decision: 'Prov' };
      const { status, problem } = await visitor.put(`/api/admin/goals/${GOAL}/targets/${INDICATOR}`, measuring, headers(1));
      expect([status, problem.code]).toEqual([403, 'permission.forbidden']);
    });
  }

  it('is for an administrator to change too, and for nobody who has not signed in', async () => {
    const body = { measuring: { kind: 'none' }, reason: 'Prov', decision: 'Prov' };
    const target = `/api/admin/goals/${GOAL}/targets/moten-i-orten`;
    expect((await (await whole.as('administrator')).put(target, body, headers(0))).status).toBe(200);
    expect((await whole.visitor().put(target, body, headers(1))).status).toBe(401);
  });
});

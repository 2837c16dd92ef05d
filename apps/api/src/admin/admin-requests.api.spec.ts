import type { DefinitionInForce, IndicatorPageView, TargetInForce } from '@slusen/contracts';
import { randomUUID } from 'node:crypto';
import { coded, type Answer, type Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

type Headers = Record<string, string | undefined>;

/** What is decided on a screen: its address, what is there, and a body that changes it to the number. */
interface Screen {
  readonly path: string;
  readonly revision: () => Promise<number>;
  readonly body: (number: number) => Promise<Record<string, unknown>>;
  /** The number as the public page shows it. */
  readonly shown: () => Promise<number | undefined>;
  readonly table: string;
}

describe('a request that changes what was decided', () => {
  let whole: WholeApplication;
  let strategist: Visitor;
  beforeAll(async () => {
    whole = await wholeApplication();
    strategist = await whole.as('strategist');
  }, 120_000);
  afterAll(() => whole.close());

  const page = async (known = '') => (await whole.visitor().get(`/api/indicators/foretagsbesok${known}`)).json<IndicatorPageView>();
  const DEFINITION = '/api/admin/indicators/foretagsbesok/definition';
  const TARGET = '/api/admin/goals/fler-invanare/targets/foretagsbesok';
  const english = { name: { sv: 'Företagsbesök', en: 'Visits' }, definition: { sv: 'Antal besök.', en: 'Number of visits.' } };
  const screens: Readonly<Record<'definition' | 'target', Screen>> = {
    definition: {
      path: DEFINITION,
      revision: async () => (await strategist.get(DEFINITION)).json<DefinitionInForce>().revision,
      body: async (graceDays) => {
        const { definition } = (await strategist.get(DEFINITION)).json<DefinitionInForce>();
        return { definition: { ...definition, ...english, graceDays }, reason: 'Prov' };
      },
      shown: async () => (await page()).indicator.graceDays,
      table: 'indicator_definition',
    },
    target: {
      path: TARGET,
      revision: async () => (await strategist.get(TARGET)).json<TargetInForce>().revision,
      body: async (value) => {
        const { measuring } = (await strategist.get(TARGET)).json<TargetInForce>();
        return { measuring: { ...measuring, final: { period: '2027-Q4', value } }, reason: 'Prov', decision: 'KF § 12' };
      },
      shown: async () => (await page()).goals[0]?.target?.points.at(-1)?.value,
      table: 'target',
    },
  };
  let numbers = 100;
  const nextNumber = () => ++numbers;
  const headers = (revision: number, key: string = randomUUID()): Headers => ({ 'if-match': `"${revision}"`, 'idempotency-key': key });
  const traces = async () =>
    (
      await whole.rows(
        'select (select count(*)::int from indicator_definition) as definitions, (select count(*)::int from target) as targets, (select count(*)::int from audit_event) as audit, (select count(*)::int from idempotency_key) as keys',
      )
    )[0];
  const refused = async (work: () => Promise<Answer>): Promise<unknown[]> => {
    const before = await traces();
    const answer = await work();
    expect(await traces()).toEqual(before);
    return coded(answer);
  };

  for (const [what, { path, revision, body, shown, table }] of Object.entries(screens)) {
    describe(`: a ${what}`, () => {
      it('is shown to everyone with the answer, and to who asks for the moment before as it was', async () => {
        const before = await page();
        const instant = new Date().toISOString();
        const number = nextNumber();
        expect((await strategist.put(path, await body(number), headers(await revision()))).status).toBe(200);
        expect(await shown()).toBe(number);
        const { goals, indicator } = await page(`?known=${instant}`);
        expect({ goals, indicator }).toEqual({ goals: before.goals, indicator: before.indicator });
      });

      it('whose answer was lost is written once, and answered as the first time, also when others changed it since', async () => {
        const [sent, from, key] = [await body(nextNumber()), await revision(), randomUUID()];
        const first = await strategist.put(path, sent, headers(from, key));
        const again = await strategist.put(path, sent, headers(from, key));
        expect([again.status, again.json()]).toEqual([200, first.json()]);
        expect((await strategist.put(path, await body(nextNumber()), headers(from + 1))).status).toBe(200);
        expect((await strategist.put(path, sent, headers(from, key))).json()).toEqual(first.json());
        expect(await revision()).toBe(from + 2);
      });

      it('sent twice in one moment is written once', async () => {
        const [sent, from, key] = [await body(nextNumber()), await revision(), randomUUID()];
        const answers = await Promise.all([1, 2, 3].map(() => strategist.put(path, sent, headers(from, key))));
        for (const answer of answers.filter(({ status }) => status !== 200)) expect(coded(answer)).toEqual([409, 'idempotency.running']);
        expect(answers.some(({ status }) => status === 200)).toBeTrue();
        expect(await revision()).toBe(from + 1);
      });

      it('under a key that stood for something else is refused', async () => {
        const [from, key] = [await revision(), randomUUID()];
        expect((await strategist.put(path, await body(nextNumber()), headers(from, key))).status).toBe(200);
        const other = await body(nextNumber());
        expect(await refused(() => strategist.put(path, other, headers(from, key)))).toEqual([422, 'idempotency.other-request']);
        expect(await refused(() => strategist.put(path, other, headers(from + 1, key)))).toEqual([422, 'idempotency.other-request']);
      });

      it('from a tab that is older than what is there is refused, and told which revision is', async () => {
        const [sent, from] = [await body(nextNumber()), await revision()];
        for (const old of [0, from - 1, from + 1, 999_999_999]) {
          const answer = await strategist.put(path, sent, headers(old));
          expect([...coded(answer), answer.problem.facts]).toEqual([412, 'revision.stale', { revision: from }]);
        }
        expect(await revision()).toBe(from);
      });

      const bad: readonly [what: string, headers: Headers, answer: [number, string]][] = [
        ['no version', { 'if-match': undefined }, [428, 'precondition.missing']],
        ['any version', { 'if-match': '*' }, [400, 'precondition.malformed']],
        ['a weak version', { 'if-match': 'W/"1"' }, [400, 'precondition.malformed']],
        ['two versions', { 'if-match': '"1", "2"' }, [400, 'precondition.malformed']],
        ['no key', { 'idempotency-key': undefined }, [400, 'idempotency.missing']],
        ['a short key', { 'idempotency-key': 'kort' }, [400, 'idempotency.malformed']],
        ['no token of the session', { 'x-csrf-token': undefined }, [403, 'session.csrf']],
        ['the token of another session', { 'x-csrf-token': randomUUID() }, [403, 'session.csrf']],
        ['a page of another address', { origin: 'https://example.com' }, [403, 'session.csrf']],
        ['a frame of another site', { 'sec-fetch-site': 'cross-site' }, [403, 'session.csrf']],
        ['no session', { cookie: undefined }, [401, 'session.missing']],
        ['a form’s content', { 'content-type': 'application/x-www-form-urlencoded' }, [415, 'http.415']],
      ];
      for (const [from, different, answer] of bad) {
        it(`is refused from ${from}`, async () => {
          const [sent, at] = [await body(nextNumber()), await revision()];
          expect(await refused(() => strategist.put(path, sent, { ...headers(at), ...different }))).toEqual(answer);
        });
      }

      const spoiled: readonly [what: string, change: object, place: string][] = [
        ['without a reason', { reason: undefined }, 'reason'],
        ['with a reason of spaces', { reason: '   ' }, 'reason'],
        ['with a reason without end', { reason: 'x'.repeat(1001) }, 'reason'],
        ['with NUL in its reason', { reason: 'a\u0000b' }, 'reason'],
        ['with a decision of nothing', { decision: '' }, 'decision'],
        ['with a field that nobody asked for', { revision: 7 }, ''],
      ];
      for (const [how, change, place] of spoiled) {
        it(`is refused at its place ${how}`, async () => {
          const [sent, at] = [await body(nextNumber()), await revision()];
          const answer = await strategist.put(path, { ...sent, ...change }, headers(at));
          expect([...coded(answer), answer.problem.errors?.map((error) => error.path)]).toEqual([400, 'input.invalid', [place]]);
          expect(await revision()).toBe(at);
        });
      }

      for (const faulty of [table, 'audit_event', 'record', 'idempotency_key']) {
        it(`leaves nothing when the database fails at ${faulty}, and the same request succeeds afterwards`, async () => {
          const [sent, from, key, before] = [await body(nextNumber()), await revision(), randomUUID(), await shown()];
          await whole.rows(
            `create or replace function spec_fault() returns trigger language plpgsql as $$ begin raise exception 'on purpose'; end $$`,
          );
          await whole.rows(`create trigger spec_fault before insert on ${faulty} for each statement execute function spec_fault()`);
          try {
            expect(await refused(() => strategist.put(path, sent, headers(from, key)))).toEqual([500, 'service.error']);
          } finally {
            await whole.rows(`drop trigger spec_fault on ${faulty}`);
          }
          expect([await revision(), await shown()]).toEqual([from, before]);
          expect((await strategist.put(path, sent, headers(from, key))).status).toBe(200);
          expect(await revision()).toBe(from + 1);
        });
      }

      for (const method of ['POST', 'PATCH', 'DELETE'] as const) {
        it(`has no other way to be changed: ${method}`, async () => {
          const { status } = await strategist.ask(method, path, { body: await body(1), headers: headers(1) });
          expect([404, 405]).toContain(status);
        });
      }
    });
  }

  const nowhere: readonly [path: string, answer: [number, string]][] = [
    ['/api/admin/indicators/ingen/definition', [404, 'indicator.not-found']],
    ['/api/admin/indicators/%00/definition', [400, 'input.invalid']],
    [`/api/admin/indicators/${'a'.repeat(199)}/definition`, [404, 'indicator.not-found']],
    ['/api/admin/goals/inget/targets/foretagsbesok', [404, 'goal.not-found']],
    ['/api/admin/goals/gammalt-mal/targets/foretagsbesok', [404, 'goal.not-found']],
    ['/api/admin/goals/fler-invanare/targets/ingen', [404, 'indicator.not-found']],
    ['/api/admin/goals/fler-invanare/targets/%27%3B%20drop%20table%20target', [404, 'indicator.not-found']],
  ];
  for (const [path, answer] of nowhere) {
    it(`is answered ${answer[0]} at ${path.slice(0, 60)}`, async () => {
      const { body } = path.includes('/targets/') ? screens.target : screens.definition;
      const sent = await body(1);
      expect(coded(await strategist.get(path))).toEqual(answer);
      expect(await refused(() => strategist.put(path, sent, headers(1)))).toEqual(answer);
    });
  }

  it('of two screens at once waits for its turn: both are written', async () => {
    const [one, other] = [screens.definition, screens.target];
    const bodies = [await one.body(nextNumber()), await other.body(nextNumber())];
    const revisions = [await one.revision(), await other.revision()];
    const answers = await Promise.all([one, other].map(({ path }, at) => strategist.put(path, bodies[at], headers(revisions[at]!))));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });
});

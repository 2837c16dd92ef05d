import type { EntryStep, EntryView, SeriesView } from '@slusen/contracts';
import type { EntryAction } from '@slusen/domain';
import { randomUUID } from 'node:crypto';
import { begin, entryIn, Quarters, rewrite, submitted, take } from '../testing/entry-desk.js';
import { coded, type Answer, type Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

const keyed = (key: string = randomUUID()) => ({ 'idempotency-key': key });

describe('an entry whose answer is lost, clicked twice or held by an old tab', () => {
  let whole: WholeApplication;
  let reporter: Visitor;
  let reviewer: Visitor;
  const quarters = new Quarters();
  beforeAll(async () => {
    whole = await wholeApplication();
    [reporter, reviewer] = [await whole.as('reporter'), await whole.as('reviewer')];
  }, 120_000);
  afterAll(() => whole.close());

  /** Each step with who takes it and an entry that it can be taken with. */
  const steps: readonly (readonly [step: EntryStep, who: () => Visitor, entry: () => Promise<EntryView>])[] = [
    [{ action: 'submit' }, () => reporter, async () => entryIn(await begin(reporter, quarters.next()))],
    [{ action: 'withdraw' }, () => reporter, () => submitted(reporter, quarters.next())],
    [{ action: 'return', reason: 'Räkna om' }, () => reviewer, () => submitted(reporter, quarters.next())],
    [{ action: 'approve' }, () => reviewer, () => submitted(reporter, quarters.next())],
  ];
  const traces = async (id: string) => {
    const [row] = await whole.rows(
      `select e.version, e.state, (select count(*)::int from entry_event v where v.entry_id = e.id) as events,
              (select count(*)::int from observation o where o.entry_id = e.id) as observations,
              (select count(*)::int from audit_event a where a.payload like '%entry:' || e.id || '%') as audit
         from entry e where e.id = $1`,
      [id],
    );
    return row;
  };
  const seriesPoint = async (period: string) =>
    (await whole.visitor().get('/api/indicators/foretagsbesok/series')).json<SeriesView>().points.find((point) => point.period === period);

  for (const [step, who, make] of steps) {
    it(`is there once when its answer is lost and asked for again: ${step.action}`, async () => {
      const entry = await make();
      const key = keyed();
      const first = await take(who(), entry, step, key);
      const after = await traces(entry.id);
      for (let again = 0; again < 3; again++) {
        const answer = await take(who(), entry, step, key);
        expect([answer.status, answer.json()]).toEqual([200, first.json()]);
      }
      expect(await traces(entry.id)).toEqual(after);
    });

    it(`is there once when it is clicked twice in one moment: ${step.action}`, async () => {
      const entry = await make();
      const key = keyed();
      const answers = await Promise.all([1, 2, 3].map(() => take(who(), entry, step, key)));
      const good = answers.filter(({ status }) => status === 200);
      expect(good.length).toBeGreaterThan(0);
      expect(new Set(good.map(({ text }) => JSON.stringify(JSON.parse(text))))).toHaveSize(1);
      for (const answer of answers.filter(({ status }) => status !== 200)) expect(coded(answer)).toEqual([409, 'idempotency.running']);
      expect(await traces(entry.id)).toEqual(jasmine.objectContaining({ version: entry.version + 1, events: entry.events.length + 1 }));
    });

    it(`is there once from two tabs of one person: ${step.action}`, async () => {
      const entry = await make();
      const answers = await Promise.all([1, 2].map(() => take(who(), entry, step)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
      expect(await traces(entry.id)).toEqual(jasmine.objectContaining({ version: entry.version + 1, events: entry.events.length + 1 }));
    });

    it(`is not moved by a tab that never saw what was written since: ${step.action}`, async () => {
      const entry = await make();
      const before = await traces(entry.id);
      for (const version of [entry.version - 1, entry.version + 1, 0, 999]) {
        const answer = await take(who(), { id: entry.id, version }, step);
        expect(coded(answer)).toEqual([412, 'entry.stale']);
        expect(answer.problem.facts).toEqual({ entry: entry.id, version: entry.version });
      }
      expect(await traces(entry.id)).toEqual(before);
    });

    it(`gives a key that moved another entry nothing: ${step.action}`, async () => {
      const [one, other] = [await make(), await make()];
      const key = keyed();
      entryIn(await take(who(), one, step, key));
      const before = await traces(other.id);
      expect(coded(await take(who(), other, step, key))).toEqual([422, 'idempotency.other-request']);
      expect(await traces(other.id)).toEqual(before);
      expect((await take(who(), other, step)).status).toBe(200);
    });
  }

  it('answers what was done then, though others have gone on meanwhile', async () => {
    const draft = entryIn(await begin(reporter, quarters.next()));
    const key = keyed();
    const first = entryIn(await take(reporter, draft, { action: 'submit' }, key));
    entryIn(await take(reviewer, first, { action: 'approve' }));
    expect(entryIn(await take(reporter, draft, { action: 'submit' }, key))).toEqual(first);
    expect((await reporter.get(`/api/entries/${draft.id}`)).json<EntryView>().state).toBe('approved');
  });

  it('is saved once by one of two tabs, and the other is told which version is there now', async () => {
    const draft = entryIn(await begin(reporter, quarters.next(), { value: 1 }));
    const answers = await Promise.all([2, 3].map((value) => rewrite(reporter, draft, { value })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(answers.find(({ status }) => status === 412)?.problem.facts).toEqual({ entry: draft.id, version: 2 });
    // The answer of a save that was lost: the same again finds its own figure there, one version on.
    const [saved] = answers.filter(({ status }) => status === 200).map(entryIn);
    expect(coded(await rewrite(reporter, draft, { value: saved?.value }))).toEqual([412, 'entry.stale']);
    expect((await reporter.get(`/api/entries/${draft.id}`)).json<EntryView>().value).toBe(saved?.value);
  });

  const races: readonly (readonly [what: string, from: 'draft' | 'submitted', attempts: (entry: EntryView) => Promise<Answer>[]])[] = [
    ['saved and submitted', 'draft', (e) => [rewrite(reporter, e, { value: 7 }), take(reporter, e, { action: 'submit' })]],
    ['withdrawn and approved', 'submitted', (e) => [take(reporter, e, { action: 'withdraw' }), take(reviewer, e, { action: 'approve' })]],
    ['withdrawn and returned', 'submitted', (e) => [take(reporter, e, { action: 'withdraw' }), take(reviewer, e, { action: 'return', reason: 'Nej' })]],
  ]; // prettier-ignore
  for (const [what, from, attempts] of races) {
    it(`is ${what} in one moment: one of the two, and whole`, async () => {
      for (let round = 0; round < 3; round++) {
        const entry = from === 'draft' ? entryIn(await begin(reporter, quarters.next())) : await submitted(reporter, quarters.next());
        const answers = await Promise.all(attempts(entry));
        const [done, refused] = [answers.filter(({ status }) => status === 200), answers.filter(({ status }) => status !== 200)];
        expect([done.length, refused.length]).toEqual([1, 1]);
        const { state } = entryIn(done[0]!);
        // A reviewer does not see what is a draft again.
        const isHidden = from === 'submitted' && state === 'draft';
        expect(coded(refused[0]!)).toEqual(isHidden ? [404, 'entry.not-found'] : [412, 'entry.stale']);
        expect(await traces(entry.id)).toEqual(
          jasmine.objectContaining({ state, version: entry.version + 1, observations: state === 'approved' ? 1 : 0 }),
        );
        expect((await seriesPoint(entry.period)) !== undefined).toBe(state === 'approved');
      }
    });
  }

  describe('with a fault of the database in the middle', () => {
    const fail = async (table: string): Promise<void> => {
      await whole.rows(
        `create or replace function spec_fault() returns trigger language plpgsql as $$ begin raise exception 'a fault on purpose'; end $$`,
      );
      await whole.rows(`create trigger spec_fault before insert on ${table} for each statement execute function spec_fault()`);
    };
    const mend = (table: string) => whole.rows(`drop trigger spec_fault on ${table}`);

    const places: readonly (readonly [table: string, actions: readonly EntryAction[]])[] = [
      ['entry_event', ['submit', 'withdraw', 'return', 'approve']],
      ['observation', ['approve']],
      ['record', ['submit', 'approve']],
      ['audit_event', ['submit', 'withdraw', 'return', 'approve']],
      ['idempotency_key', ['submit', 'withdraw', 'return', 'approve']],
    ];
    for (const [table, actions] of places) {
      for (const [step, who, make] of steps.filter(([{ action }]) => actions.includes(action))) {
        it(`stays as it was, and the same request succeeds afterwards: ${step.action}, ${table}`, async () => {
          const entry = await make();
          const before = await traces(entry.id);
          const key = keyed();
          await fail(table);
          try {
            const answer = await take(who(), entry, step, key);
            expect(coded(answer)).toEqual([500, 'service.error']);
            expect(answer.text).not.toMatch(/purpose|spec_fault/);
          } finally {
            await mend(table);
          }
          expect(await traces(entry.id)).toEqual(before);
          expect((await take(who(), entry, step, key)).status).toBe(200);
        });
      }
    }

    it('is not begun, and nothing of it is left, its series included', async () => {
      const count = async () =>
        (await whole.rows('select (select count(*) from entry) as entries, (select count(*) from series_head) as series'))[0];
      const before = await count();
      const key = keyed();
      const figure = { breakdown: 'kon=kvinnor' };
      const period = quarters.next();
      await fail('audit_event');
      try {
        expect(coded(await begin(reporter, period, figure, key))).toEqual([500, 'service.error']);
      } finally {
        await mend('audit_event');
      }
      expect(await count()).toEqual(before);
      expect((await begin(reporter, period, figure, key)).status).toBe(201);
    });
  });
});

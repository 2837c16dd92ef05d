import type { EntryView } from '@slusen/contracts';
import { randomUUID } from 'node:crypto';
import { begin, entryIn, Quarters, rewrite, submitted, take } from '../testing/entry-desk.js';
import { coded, type Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

describe('an entry under way', () => {
  let whole: WholeApplication;
  let reporter: Visitor;
  let colleague: Visitor;
  let reviewer: Visitor;
  let both: Visitor;
  const quarters = new Quarters();
  beforeAll(async () => {
    whole = await wholeApplication();
    [reporter, colleague, reviewer, both] = await Promise.all([
      whole.as('reporter'),
      whole.as('colleague'),
      whole.as('reviewer'),
      whole.as('both'),
    ]);
  }, 120_000);
  afterAll(() => whole.close());

  const counts = async () =>
    (
      await whole.rows<Record<string, number>>(
        'select (select count(*)::int from entry) as entries, (select count(*)::int from entry_event) as events, (select count(*)::int from observation) as observations, (select count(*)::int from audit_event) as audit',
      )
    )[0];

  describe('in another version than was read', () => {
    it('is not changed, and the answer says which version is there', async () => {
      const draft = entryIn(await begin(reporter, quarters.next(), { value: 1 }));
      entryIn(await rewrite(colleague, draft, { value: 2 }));
      for (const stale of [await rewrite(reporter, draft, { value: 3 }), await take(reporter, draft, { action: 'submit' })]) {
        expect(coded(stale)).toEqual([412, 'entry.stale']);
        expect(stale.problem.facts).toEqual({ entry: draft.id, version: 2 });
      }
      expect((await reporter.get(`/api/entries/${draft.id}`)).json<EntryView>().value).toBe(2);
    });

    it('tells each reader which of the steps were their own, whatever the names', async () => {
      const draft = entryIn(await begin(reporter, quarters.next(), { value: 1 }));
      const { id } = entryIn(await rewrite(colleague, draft, { value: 2 }));
      const ownSteps = async (who: Visitor) => (await who.get(`/api/entries/${id}`)).json<EntryView>().events.map(({ isOwn }) => isOwn);
      expect([await ownSteps(reporter), await ownSteps(colleague)]).toEqual([
        [true, false],
        [false, true],
      ]);
    });

    it('is not changed without saying which version was read', async () => {
      const draft = entryIn(await begin(reporter, quarters.next()));
      expect(coded(await reporter.put(`/api/entries/${draft.id}`, { quality: 'final' }))).toEqual([428, 'precondition.missing']);
      expect(coded(await take(reporter, draft, { action: 'submit' }, { 'if-match': undefined }))).toEqual([428, 'precondition.missing']);
    });

    for (const tag of ['', '*', 'abc', '"1", "2"', '-1', '1.5', 'W/"1"', '"99999999999"']) {
      it(`is not changed by If-Match: ${tag || 'nothing'}`, async () => {
        const draft = entryIn(await begin(reporter, quarters.next()));
        expect(coded(await take(reporter, draft, { action: 'submit' }, { 'if-match': tag }))).toEqual([400, 'precondition.malformed']);
      });
    }
  });

  describe('sent twice', () => {
    it('is answered as the first time, and there once', async () => {
      const key = { 'idempotency-key': randomUUID() };
      const period = quarters.next();
      const first = await begin(reporter, period, {}, key);
      const before = await counts();
      const second = await begin(reporter, period, {}, key);
      expect([second.status, second.json()]).toEqual([201, first.json()]);
      expect(await counts()).toEqual(before);
    });

    it('at the same moment is there once', async () => {
      const key = { 'idempotency-key': randomUUID() };
      const period = quarters.next();
      const answers = await Promise.all(Array.from({ length: 6 }, () => begin(reporter, period, {}, key)));
      const made = answers.filter(({ status }) => status === 201);
      expect(made.length).toBeGreaterThanOrEqual(1);
      expect(new Set(made.map((answer) => answer.json<EntryView>().id)).size).toBe(1);
      for (const answer of answers)
        expect(answer.status === 201 || answer.problem.code === 'idempotency.running')
          .withContext(answer.text)
          .toBeTrue();
      expect((await whole.rows<{ n: number }>('select count(*)::int as n from entry where period = $1', [period]))[0]?.n).toBe(1);
    });

    it('while the first is still running is refused for now', async () => {
      const key = randomUUID();
      const { id } = (await whole.rows<{ id: string }>(`select id from account where username = 'reporter'`))[0]!;
      await whole.rows('begin');
      await whole.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${id} ${key}`]);
      const running = await begin(reporter, quarters.next(), {}, { 'idempotency-key': key });
      await whole.rows('rollback');
      expect(coded(running)).toEqual([409, 'idempotency.running']);
    });

    it('with another content under the same key is refused', async () => {
      const key = { 'idempotency-key': randomUUID() };
      const period = quarters.next();
      entryIn(await begin(reporter, period, { value: 1 }, key));
      expect(coded(await begin(reporter, period, { value: 2 }, key))).toEqual([422, 'idempotency.other-request']);
      const draft = entryIn(await begin(reporter, quarters.next()));
      entryIn(await take(reporter, draft, { action: 'submit' }, { 'idempotency-key': 'en-nyckel' }));
      expect(coded(await take(reporter, { ...draft, version: 2 }, { action: 'submit' }, { 'idempotency-key': 'en-nyckel' }))).toEqual([
        422,
        'idempotency.other-request',
      ]);
    });

    it('under the key of someone else is a thing of its own', async () => {
      const key = { 'idempotency-key': randomUUID() };
      const [mine, theirs] = [
        entryIn(await begin(reporter, quarters.next(), {}, key)),
        entryIn(await begin(colleague, quarters.next(), {}, key)),
      ];
      expect(mine.id).not.toBe(theirs.id);
    });

    it('after a refusal is tried anew', async () => {
      const key = { 'idempotency-key': randomUUID() };
      const draft = entryIn(await begin(reporter, quarters.next(), { value: undefined }));
      expect((await take(reporter, draft, { action: 'submit' }, key)).status).toBe(422);
      const filled = entryIn(await rewrite(reporter, draft, { value: 4 }));
      expect((await take(reporter, filled, { action: 'submit' }, key)).status).toBe(200);
    });

    for (const [key, code] of [
      [undefined, 'idempotency.missing'],
      ['kort', 'idempotency.malformed'],
      ['x'.repeat(101), 'idempotency.malformed'],
      ['med mellanslag', 'idempotency.malformed'],
    ] as const) {
      it(`needs a key of its own: ${key?.slice(0, 20) ?? 'none'}`, async () => {
        const draft = entryIn(await begin(reporter, quarters.next()));
        expect(coded(await begin(reporter, quarters.next(), {}, { 'idempotency-key': key }))).toEqual([400, code]);
        expect(coded(await take(reporter, draft, { action: 'submit' }, { 'idempotency-key': key }))).toEqual([400, code]);
      });
    }
  });

  describe('and two people at once', () => {
    it('is begun by one of them', async () => {
      for (let round = 0; round < 5; round++) {
        const period = quarters.next();
        const answers = await Promise.all([
          begin(reporter, period, { value: 1 }),
          begin(colleague, period, { value: 2 }),
          begin(both, period, { value: 3 }),
        ]);
        expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
        expect(answers.filter(({ status }) => status === 409).map(({ problem }) => problem.code)).toEqual(['entry.exists', 'entry.exists']);
      }
    });

    it('is approved by one of them, and there is one revision', async () => {
      const second = await whole.as('second');
      for (let round = 0; round < 5; round++) {
        const period = quarters.next();
        const waiting = await submitted(reporter, period);
        const answers = await Promise.all([reviewer, second, both].map((who) => take(who, waiting, { action: 'approve' })));
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
        expect(
          (
            await whole.rows<{ n: number }>(
              'select count(*)::int as n from observation o join entry e on e.id = o.entry_id where e.period = $1',
              [period],
            )
          )[0]?.n,
        ).toBe(1);
      }
    });

    it('is approved and returned: one of the two', async () => {
      const second = await whole.as('second');
      const waiting = await submitted(reporter, quarters.next());
      const answers = await Promise.all([
        take(reviewer, waiting, { action: 'approve' }),
        take(second, waiting, { action: 'return', reason: 'Nej' }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    });
  });
});

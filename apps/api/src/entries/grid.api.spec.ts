import type { EntryView, GridResult, GridView } from '@slusen/contracts';
import { randomUUID } from 'node:crypto';
import { begin, entryIn, Quarters, rewrite, take } from '../testing/entry-desk.js';
import { coded, type Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

describe('a grid', () => {
  let whole: WholeApplication;
  let reporter: Visitor;
  let colleague: Visitor;
  let neighbour: Visitor;
  const quarters = new Quarters();
  beforeAll(async () => {
    whole = await wholeApplication();
    [reporter, colleague, neighbour] = await Promise.all([whole.as('reporter'), whole.as('colleague'), whole.as('neighbour')]);
  }, 120_000);
  afterAll(() => whole.close());

  const cell = (period: string, value: number | null, version = 0, different: object = {}) => ({
    ...{ indicator: 'foretagsbesok', period, territory: '0884', version, value },
    ...different,
  });
  async function save(cells: readonly object[], { who = reporter, key = randomUUID() }: { who?: Visitor; key?: string } = {}) {
    const answer = await who.post('/api/grid/drafts', { cells }, { 'idempotency-key': key });
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.json<{ results: GridResult[] }>().results;
  }
  const entryOf = (result: GridResult | undefined) => {
    if (result?.outcome === 'refused' || !result?.entry) throw new Error(JSON.stringify(result));
    return result.entry;
  };
  const grid = async (query = '', who = reporter) => (await who.get(`/api/grid${query}`)).json<GridView>();
  const counts = async () =>
    (
      await whole.rows(
        'select (select count(*)::int from entry) as entries, (select count(*)::int from entry_event) as events, (select count(*)::int from audit_event) as audit',
      )
    )[0];

  describe('read', () => {
    it('has the series that the reader reports, by periods of the commonest length, and no others', async () => {
      const { cadence, cadences } = await grid();
      expect([cadence, cadences]).toEqual(['year', ['quarter', 'year']]);
      const { rows } = await grid('?cadence=quarter');
      expect(rows.map(({ indicator }) => indicator.slug)).toEqual(['foretagsbesok']);
      expect(rows[0]?.goals.length).toBe(1);
      expect((await grid('', neighbour)).rows.map(({ indicator }) => indicator.slug)).toEqual(['biblioteksbesok']);
    });

    it('has the localities of an indicator as rows', async () => {
      const { rows } = await grid('?cadence=year');
      expect(rows.filter(({ indicator }) => indicator.slug === 'moten-i-orten').map(({ territory }) => territory.code)).toEqual([
        '0884-frodinge',
        '0884-djursdala',
      ]);
    });

    it('has what is approved, what is a draft and what cannot be entered yet, in its cells', async () => {
      await save([cell('2024-Q3', 30)]);
      const { periods, rows } = await grid('?cadence=quarter&from=2024-Q2&to=2099-Q1');
      const first = await grid('?cadence=quarter&from=2024-Q2&to=2024-Q3');
      expect(first.rows[0]?.cells.map(({ figure, entry }) => [figure?.value, entry?.value, entry?.version])).toEqual([
        [49, undefined, undefined],
        [undefined, 30, 1],
      ]);
      expect([periods.length, rows[0]?.cells.at(-1)?.closed]).toEqual([60, 'not-begun']);
    });

    it('refuses periods of another length', async () => {
      expect(coded(await reporter.get('/api/grid?cadence=year&from=2024-Q1'))).toEqual([422, 'period.wrong-cadence']);
    });

    it('is for who reports', async () => {
      expect(coded(await (await whole.as('reviewer')).get('/api/grid'))).toEqual([403, 'permission.forbidden']);
    });
  });

  describe('written in', () => {
    it('makes an entry of each cell, with a step and an audit event of its own', async () => {
      const [one, two] = [quarters.next(), quarters.next()];
      const before = (await counts()) as Record<string, number>;
      const results = await save([cell(one, 1), cell(two, 2)]);
      expect(results.map(({ outcome }) => outcome)).toEqual(['saved', 'saved']);
      const after = (await counts()) as Record<string, number>;
      expect(Object.keys(after).map((name) => (after[name] ?? 0) - (before[name] ?? 0))).toEqual([2, 2, 2]);
      expect((await reporter.get(`/api/entries/${entryOf(results[0]).id}`)).json<EntryView>()).toEqual(
        jasmine.objectContaining({ value: 1, quality: 'final', version: 1, state: 'draft' }),
      );
    });

    it('rewrites and empties its own drafts, and keeps what else they say', async () => {
      const period = quarters.next();
      const begun = entryIn(await begin(reporter, period, { value: 4, comment: 'Räknat för hand', margin: 1 }));
      const [changed] = await save([cell(period, 5, begun.version)]);
      expect(entryOf(changed)).toEqual(jasmine.objectContaining({ id: begun.id, version: 2, value: 5 }));
      const [emptied] = await save([cell(period, null, 2)]);
      expect(entryOf(emptied).value).toBeUndefined();
      const view = (await reporter.get(`/api/entries/${begun.id}`)).json<EntryView>();
      expect([view.version, view.comment, view.value, view.margin]).toEqual([3, 'Räknat för hand', undefined, undefined]);
    });

    it('keeps nothing back for one cell that is refused', async () => {
      const period = quarters.next();
      const results = await save([
        cell('2999-Q1', 1),
        cell('2024', 1),
        cell(period, 3),
        cell(period, 3, 0, { territory: '9999' }),
        cell('2023-Q1', 3, 0, { indicator: 'biblioteksbesok' }),
      ]);
      expect(results.map((result) => (result.outcome === 'refused' ? result.problem.code : result.outcome))).toEqual([
        'period.not-begun',
        'period.wrong-cadence',
        'saved',
        'territory.not-found',
        'permission.hidden',
      ]);
    });

    it('tells what a colleague wrote meanwhile, and leaves it as it is', async () => {
      const period = quarters.next();
      const [mine] = await save([cell(period, 1)]);
      const draft = entryOf(mine);
      entryIn(await rewrite(colleague, draft, { value: 7 }));
      const [late, first] = await save([cell(period, 2, draft.version), cell(period, 3)]);
      for (const result of [late, first]) {
        expect(result?.outcome).toBe('conflict');
        expect(entryOf(result)).toEqual(jasmine.objectContaining({ value: 7, version: 2, by: 'colleague', isOwn: false }));
      }
    });

    it('says of an entry that went on, or is gone, that it did', async () => {
      const period = quarters.next();
      const draft = entryOf((await save([cell(period, 1)]))[0]);
      entryIn(await take(reporter, draft, { action: 'discard' }));
      expect(await save([cell(period, 2, 1)])).toEqual([{ outcome: 'conflict' }]);
      const again = entryOf((await save([cell(period, 3)]))[0]);
      entryIn(await take(reporter, again, { action: 'submit' }));
      const [result] = await save([cell(period, 4, 2)]);
      expect(result?.outcome === 'refused' && result.problem.code).toBe('entry.action-not-allowed');
    });

    it('writes nothing twice: not with the same key, nor where the same stands already', async () => {
      const [one, two] = [quarters.next(), quarters.next()];
      const key = randomUUID();
      const cells = [cell(one, 1), cell(two, 2)];
      const first = await save(cells, { key });
      const before = await counts();
      expect((await save(cells, { key })).map(entryOf)).toEqual(first.map(entryOf));
      expect((await save(cells)).map(entryOf)).toEqual(first.map(entryOf));
      expect(await counts()).toEqual(before);
    });

    it('makes nothing of an empty cell', async () => {
      const before = await counts();
      expect(await save([cell(quarters.next(), null)])).toEqual([{ outcome: 'saved', questions: [] }]);
      expect(await counts()).toEqual(before);
    });

    it('starts a correction from the figure that it corrects, and asks about unusual values', async () => {
      const [result] = await save([cell('2023-Q4', 50.5)]);
      const kinds = result?.outcome === 'saved' ? result.questions.map(({ kind }) => kind) : [];
      expect(kinds).toEqual(['decimals']);
      const shown = (await grid('?cadence=quarter&from=2023-Q4&to=2023-Q4')).rows[0]?.cells[0];
      expect(shown?.questions?.map(({ kind }) => kind)).toEqual(kinds);
      expect(shown?.figure?.value).toBe(50);
    });

    it('takes at most a hundred cells, and some', async () => {
      for (const cells of [[], Array.from({ length: 101 }, () => cell('1999-Q1', 1))]) {
        expect(coded(await reporter.post('/api/grid/drafts', { cells }))).toEqual([400, 'input.invalid']);
      }
      expect(coded(await reporter.post('/api/grid/drafts', { cells: [cell('1999-Q1', 1)] }, { 'idempotency-key': undefined }))).toEqual([
        400,
        'idempotency.missing',
      ]);
    });
  });

  describe('submitted', () => {
    const submit = async (entries: readonly { id: string; version: number }[], reason?: string, key = randomUUID()) =>
      (
        await reporter.post(
          '/api/grid/submissions',
          { entries: entries.map(({ id, version }) => ({ id, version })), reason },
          { 'idempotency-key': key },
        )
      ).json<{ results: GridResult[] }>().results;

    it('submits what can be, and says of the rest why not', async () => {
      const [ready, empty, stale] = [quarters.next(), quarters.next(), quarters.next()];
      const saved = (await save([cell(ready, 40), cell(empty, 1), cell(stale, 1)])).map(entryOf);
      const emptied = entryOf((await save([cell(empty, null, 1)]))[0]);
      const [first, , third] = saved;
      entryIn(await rewrite(colleague, third!, { value: 9 }));
      const key = randomUUID();
      const results = await submit([first!, emptied, third!], undefined, key);
      const told = results.map((result) => (result.outcome === 'refused' ? result.problem.code : [result.outcome, result.entry?.state]));
      expect(told).toEqual([['saved', 'submitted'], 'entry.value-required', ['conflict', 'draft']]);
      expect(entryOf((await submit([first!, emptied, third!], undefined, key))[0])).toEqual(entryOf(results[0]));
    });

    it('gives the reason to those that correct, and to no others', async () => {
      const period = quarters.next();
      const [correction, first] = (await save([cell('2023-Q3', 28), cell(period, 28)])).map(entryOf);
      const without = await submit([correction!]);
      expect(without[0]?.outcome === 'refused' && without[0].problem.code).toMatch(/^entry\.(reason-required|unanswered-plausibility)$/);
      await submit([correction!, first!], 'Räknat om');
      const reasons = await Promise.all(
        [correction!, first!].map(async ({ id }) => (await reporter.get(`/api/entries/${id}`)).json<EntryView>()),
      );
      expect(reasons.map(({ state, reason }) => [state, reason])).toEqual([
        ['submitted', 'Räknat om'],
        ['submitted', undefined],
      ]);
    });
  });
});

import type { EntryView, IndicatorPageView, ReviewQueue, SeriesView } from '@slusen/contracts';
import type { ErrorCode } from '@slusen/domain';
import { begin, entryIn, Quarters, rewrite, submitted, take } from '../testing/entry-desk.js';
import { coded, type Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

describe('an entry', () => {
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

  const pointAt = async (period: string) =>
    (await whole.visitor().get('/api/indicators/foretagsbesok/series')).json<SeriesView>().points.find((point) => point.period === period);
  /** As it is read when the second quarter of 2026 is due: later its figure is too old to be judged. */
  const page = async () => {
    whole.later(Date.parse('2026-07-20T12:00:00Z') - Date.now());
    const read = await whole.visitor().get('/api/indicators/foretagsbesok');
    whole.later(0);
    return read.json<IndicatorPageView>();
  };
  const counts = async () =>
    (
      await whole.rows<Record<string, number>>(
        'select (select count(*)::int from entry) as entries, (select count(*)::int from entry_event) as events, (select count(*)::int from observation) as observations, (select count(*)::int from audit_event) as audit',
      )
    )[0];

  it('goes its whole way: recorded, submitted, returned with a reason, mended, approved, public', async () => {
    const period = quarters.next();
    const draft = entryIn(await begin(reporter, period, { value: 4, comment: 'Första räkningen' }));
    expect([draft.state, draft.version, draft.value, draft.actions]).toEqual(['draft', 1, 4, ['save', 'submit', 'discard']]);
    const waiting = entryIn(await take(reporter, draft, { action: 'submit' }));
    expect([waiting.state, waiting.version]).toEqual(['submitted', 2]);
    const returned = entryIn(await take(reviewer, waiting, { action: 'return', reason: 'Filialerna saknas' }));
    expect([returned.state, returned.returnedReason]).toEqual(['returned', 'Filialerna saknas']);
    expect(await pointAt(period)).toBeUndefined();
    const mended = entryIn(await rewrite(reporter, returned, { value: 41, comment: 'Med filialerna' }));
    const again = entryIn(await take(reporter, mended, { action: 'submit' }));
    expect([again.state, again.returnedReason]).toEqual(['submitted', undefined]);
    const approved = entryIn(await take(reviewer, again, { action: 'approve' }));
    expect([approved.state, approved.version, approved.actions]).toEqual(['approved', 6, []]);
    expect(approved.events.map(({ action, by, value }) => [action, by, value])).toEqual([
      ['save', 'reporter', 4],
      ['submit', 'reporter', 4],
      ['return', 'reviewer', 4],
      ['save', 'reporter', 41],
      ['submit', 'reporter', 41],
      ['approve', 'reviewer', 41],
    ]);
    expect(await pointAt(period)).toEqual(
      jasmine.objectContaining({
        value: 41,
        revision: 1,
        quality: 'final',
        provenance: 'exact',
        source: 'Egen räkning',
        approvedBy: jasmine.objectContaining({ sv: 'Utvecklingsavdelningen' }) as never,
      }),
    );
    expect((await reporter.get(`/api/entries/${draft.id}`)).json<EntryView>().replaces).toBeUndefined();
  });

  it('changes the status on the public page, and says why', async () => {
    const before = await page();
    const statusOf = ({ goals }: IndicatorPageView) => [goals[0]?.assessed.explanation.status, goals[0]?.assessed.explanation.reason];
    expect(statusOf(before)).toEqual(['not-assessable', 'outdated']);
    await take(reviewer, await submitted(reporter, '2026-Q2', { value: 75 }), { action: 'approve' });
    const after = await page();
    expect(after.points.at(-1)).toEqual(jasmine.objectContaining({ period: '2026-Q2', value: 75 }));
    expect(statusOf(after)).toEqual(['on-track', undefined]);
    expect(after.goals[0]?.assessed.sentences.sv.status).not.toBe(before.goals[0]?.assessed.sentences.sv.status);
  });

  it('is nobody else’s business before it is approved', async () => {
    const period = quarters.next();
    const { id } = await submitted(reporter, period, { value: 987 });
    for (const url of [
      '/api/start',
      '/api/indicators/foretagsbesok',
      '/api/indicators/foretagsbesok/series.csv',
      '/api/indicators',
      '/api/goals/fler-invanare',
    ]) {
      const { text } = await whole.visitor().get(url);
      expect(text).withContext(url).not.toMatch(/987/);
      expect(text).withContext(url).not.toContain(id);
    }
  });

  describe('as a correction', () => {
    it('needs a reason, makes a second revision, and the page says what it was', async () => {
      const period = quarters.next();
      await take(reviewer, await submitted(reporter, period, { value: 30 }), { action: 'approve' });
      const draft = entryIn(await begin(reporter, period, { value: 33 }));
      expect(draft.replaces?.value).toBe(30);
      expect(coded(await take(reporter, draft, { action: 'submit' }))).toEqual([422, 'entry.reason-required']);
      expect(coded(await take(reporter, draft, { action: 'submit', reason: '   ' }))).toEqual([422, 'entry.reason-required']);
      const waiting = entryIn(await take(reporter, draft, { action: 'submit', reason: 'Tre besök hade fallit bort' }));
      await take(reviewer, waiting, { action: 'approve' });
      expect(await pointAt(period)).toEqual(jasmine.objectContaining({ value: 33, revision: 2 }));
      expect((await page()).corrections.find((correction) => correction.period === period)).toEqual(
        jasmine.objectContaining({
          ...{ revision: 2, kind: 'correction', reason: 'Tre besök hade fallit bort', source: jasmine.any(String) },
          from: { value: 30, quality: 'final', provenance: 'exact' },
          to: { value: 33, quality: 'final', provenance: 'exact' },
        }),
      );
      const kept = await whole.rows('select revision, value::int, reason from observation where period = $1 order by revision', [period]);
      expect(kept).toEqual([
        { revision: 1, value: 30, reason: null },
        { revision: 2, value: 33, reason: 'Tre besök hade fallit bort' },
      ]);
    });
  });

  describe('with a value', () => {
    const cases: readonly (readonly [name: string, figure: object, path: string])[] = [
      ['of 10¹⁵', { value: 1e15 }, 'value'],
      ['of −10¹⁵', { value: -1e15 }, 'value'],
      ['with seven decimals', { value: 0.1234567 }, 'value'],
      ['that is text', { value: '40' }, 'value'],
      ['that is nothing', { value: null }, 'value'],
      ['and a reason for having none', { value: 4, missing: 'confidential' }, 'missing'],
      ['and a reason that is not one of the five', { value: undefined, missing: 'borttappad' }, 'missing'],
      ['and a negative margin', { margin: -1 }, 'margin'],
      ['and a field nobody asked for', { status: 'approved' }, ''],
      ['and NUL in the comment', { comment: 'a\u0000b' }, 'comment'],
      ['and half a character in the comment', { comment: 'a\ud800b' }, 'comment'],
      ['and NUL in the link', { link: 'https://vimmerby.se/\u0000' }, 'link'],
      ['and half a character in the link', { link: 'https://vimmerby.se/\ud800' }, 'link'],
      ['and a link that is a script', { link: 'javascript:alert(1)' }, 'link'],
      ['and NUL in the breakdown', { breakdown: 'kon=\u0000' }, 'breakdown'],
      ['and NUL in the territory', { territory: '08\u000084' }, 'territory'],
      ['and a comment without end', { comment: 'x'.repeat(2001) }, 'comment'],
    ];
    for (const [name, figure, path] of cases) {
      it(`${name} is refused at its place, and nothing is stored`, async () => {
        const before = await counts();
        const answer = await begin(reporter, quarters.next(), { ...figure });
        expect(coded(answer)).toEqual([400, 'input.invalid']);
        expect(answer.problem.errors?.map((error) => error.path)).toContain(path);
        expect(await counts()).toEqual(before);
      });
    }

    it('as large and as precise as can be is stored to the digit', async () => {
      for (const value of [999_999_999_999_999, -999_999_999_999_999, 0.000001, -0.1, 123456789.123456]) {
        const entry = entryIn(await begin(reporter, quarters.next(), { value }));
        expect((await reporter.get(`/api/entries/${entry.id}`)).json<EntryView>().value).toBe(value);
      }
      expect((await begin(reporter, quarters.next(), { value: -0 })).text).toContain('"value":0,');
    });

    it('that stands out is asked about, and the answer goes with it to the reviewer', async () => {
      const draft = entryIn(await begin(reporter, quarters.next(), { value: 5000 }));
      expect(draft.questions.map(({ kind }) => kind)).toContain('outside-limits');
      expect(coded(await take(reporter, draft, { action: 'submit' }))).toEqual([422, 'entry.unanswered-plausibility']);
      const answers = draft.questions.map(({ kind }) => ({ kind, comment: 'Mässan räknas in' }));
      const answered = entryIn(await rewrite(reporter, draft, { value: 5000, answers }));
      const { id } = entryIn(await take(reporter, answered, { action: 'submit' }));
      const queue = (await reviewer.get('/api/review-queue?limit=1000')).json<ReviewQueue>();
      expect(queue.items.find((item) => item.id === id)?.answers).toEqual(answers);
    });

    it('that is missing says which kind, and stays missing in public', async () => {
      const period = quarters.next();
      await take(reviewer, await submitted(reporter, period, { value: undefined, missing: 'confidential' }), { action: 'approve' });
      const point = await pointAt(period);
      expect([point?.missing, point?.value]).toEqual(['confidential', undefined]);
    });

    it('that is neither cannot be submitted', async () => {
      const draft = entryIn(await begin(reporter, quarters.next(), { value: undefined }));
      expect(coded(await take(reporter, draft, { action: 'submit' }))).toEqual([422, 'entry.value-required']);
    });
  });

  describe('is refused', () => {
    const cases: readonly (readonly [name: string, fields: Record<string, unknown>, answer: readonly [number, ErrorCode]])[] = [
      ['for a month of a quarterly indicator', { period: '2024-M09' }, [422, 'period.wrong-cadence']],
      ['for a year of a quarterly indicator', { period: '2024' }, [422, 'period.wrong-cadence']],
      ['for a period that has not begun', { period: '2999-Q1' }, [422, 'period.not-begun']],
      ['for a period that is none', { period: '2024-Q5' }, [400, 'input.invalid']],
      ['for a period as files write it', { period: '2024K3' }, [400, 'input.invalid']],
      ['for an indicator that is not there', { indicator: 'finns-inte' }, [404, 'indicator.not-found']],
      ['for an indicator with an impossible name', { indicator: '../../etc' }, [400, 'input.invalid']],
      ['for a territory that is not there', { territory: '9999' }, [404, 'territory.not-found']],
      ['for an indicator of another department', { indicator: 'biblioteksbesok' }, [404, 'permission.hidden']],
      ['for an indicator that no department owns', { indicator: 'gastnatter', period: '2024-M01' }, [404, 'permission.hidden']],
    ];
    for (const [name, fields, answer] of cases) {
      it(name, async () => {
        const before = await counts();
        expect(coded(await begin(reporter, '2006-Q1', fields))).toEqual([...answer]);
        expect(await counts()).toEqual(before);
      });
    }

    it('when the figure is being entered already, and says where', async () => {
      const period = quarters.next();
      const { id } = entryIn(await begin(reporter, period));
      const second = await begin(colleague, period);
      expect(coded(second)).toEqual([409, 'entry.exists']);
      expect(second.problem.facts?.['entry']).toBe(id);
    });

    it('in a state that the step does not start from', async () => {
      const waiting = await submitted(reporter, quarters.next());
      expect(coded(await take(reporter, waiting, { action: 'submit' }))).toEqual([409, 'entry.action-not-allowed']);
      expect(coded(await rewrite(reporter, waiting, { value: 1 }))).toEqual([409, 'entry.action-not-allowed']);
      const approved = entryIn(await take(reviewer, waiting, { action: 'approve' }));
      for (const action of ['approve', 'return'] as const)
        expect(coded(await take(reviewer, approved, { action, reason: 'x' }))).toEqual([409, 'entry.action-not-allowed']);
      expect(coded(await rewrite(reporter, approved, { value: 1 }))).toEqual([409, 'entry.action-not-allowed']);
    });

    it('without a reason, when it is returned', async () => {
      const waiting = await submitted(reporter, quarters.next());
      for (const reason of [undefined, '', '  '])
        expect(coded(await take(reviewer, waiting, reason === undefined ? { action: 'return' } : { action: 'return', reason }))).toEqual([
          422,
          'entry.reason-required',
        ]);
    });
  });

  describe('under four eyes', () => {
    it('cannot be approved or returned by who wrote it', async () => {
      const mine = await submitted(both, quarters.next());
      expect(coded(await take(both, mine, { action: 'approve' }))).toEqual([403, 'entry.own-approval']);
      expect(coded(await take(both, mine, { action: 'return', reason: 'x' }))).toEqual([403, 'entry.own-return']);
      expect((await take(reviewer, mine, { action: 'approve' })).status).toBe(200);
    });

    it('cannot be approved by who wrote a part of it', async () => {
      const draft = entryIn(await begin(reporter, quarters.next()));
      const shared = entryIn(await rewrite(both, draft, { value: 42 }));
      const waiting = entryIn(await take(reporter, shared, { action: 'submit' }));
      expect(coded(await take(both, waiting, { action: 'approve' }))).toEqual([403, 'entry.own-approval']);
      const queue = (await both.get('/api/review-queue?limit=1000')).json<ReviewQueue>();
      expect(queue.items.find(({ id }) => id === waiting.id)?.isOwn).toBeTrue();
    });

    it('can be approved by who only reviews it, a reporter elsewhere or not', async () => {
      expect((await take(both, await submitted(reporter, quarters.next()), { action: 'approve' })).status).toBe(200);
    });

    it('can be withdrawn by its author only', async () => {
      const waiting = await submitted(reporter, quarters.next());
      expect(coded(await take(colleague, waiting, { action: 'withdraw' }))).toEqual([403, 'entry.not-author']);
      expect(entryIn(await take(reporter, waiting, { action: 'withdraw' })).state).toBe('draft');
    });
  });

  it('leaves an audit event for each step, with the person, and a public figure without', async () => {
    const period = quarters.next();
    const approved = entryIn(await take(reviewer, await submitted(reporter, period, { value: 12 }), { action: 'approve' }));
    const events = (
      await whole.rows<{ payload: string }>(`select payload from audit_event where payload like $1 order by record_id`, [
        `%entry:${approved.id}%`,
      ])
    ).map(({ payload }) => JSON.parse(payload) as { action: string; by: string; facts: Record<string, unknown> });
    const people = new Map(
      (await whole.rows<{ id: string; username: string }>('select id, username from account')).map(({ id, username }) => [id, username]),
    );
    expect(events.map(({ action, by }) => [action, people.get(by)])).toEqual([
      ['entry.save', 'reporter'],
      ['entry.submit', 'reporter'],
      ['entry.approve', 'reviewer'],
    ]);
    expect(events.at(-1)?.facts).toEqual({
      indicator: 'foretagsbesok',
      period,
      version: 3,
      from: 'submitted',
      to: 'approved',
      value: 12,
      says: jasmine.stringMatching(/^[0-9a-f]{64}$/),
      revision: 1,
    });
    expect((await whole.visitor().get('/api/indicators/foretagsbesok')).text).not.toMatch(/"(reviewer|reporter)"/);
  });
});

import { parsePeriod } from '@slusen/domain';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { AuditTrail } from '../identity/audit-trail.js';
import { Transactions } from '../platform/transactions.js';
import { begin, entryIn } from '../testing/entry-desk.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';
import { NextPublicationQuery } from './next-publication.query.js';
import { ObservationRepository, type ApprovedFigure } from './observation.repository.js';

describe('an approved figure', () => {
  let whole: WholeApplication;
  let entryId: string;
  let indicatorId: number;
  let parts = 0;
  beforeAll(async () => {
    whole = await wholeApplication();
    entryId = entryIn(await begin(await whole.as('reporter'), '1900-Q1')).id;
    indicatorId = (await whole.rows<{ id: number }>(`select id from indicator where slug = 'foretagsbesok'`))[0]!.id;
  }, 120_000);
  afterAll(() => whole.close());

  const repository = () => whole.app.get(ObservationRepository);
  const newPlace = () => ({ indicatorId, territory: '0884', breakdown: `del=${++parts}` });
  const figure = (different: Partial<ApprovedFigure> = {}): ApprovedFigure => ({
    ...{ period: parsePeriod('2024-Q1'), value: 1, quality: 'final', provenance: 'exact', source: 'Egen räkning' },
    ...{ entryId, departmentId: undefined, publishAt: new Date('2024-05-01T00:00:00Z') },
    ...different,
  });
  /** In a transaction that is sealed, as every one that records must be. */
  const sealed = <Answer>(work: () => Promise<Answer>): Promise<Answer> =>
    whole.app.get(Transactions).run(async () => {
      const answer = await work();
      await whole.app.get(AuditTrail).record({ action: 'spec', subject: 'spec', by: null });
      return answer;
    });
  const append = (place: ReturnType<typeof newPlace>, different: Partial<ApprovedFigure> = {}) =>
    sealed(async () => repository().append((await repository().lockSeries(place))!, figure(different)));
  const storedAt = (breakdown: string) =>
    whole.rows<{ period: string; revision: number }>(
      'select o.period, o.revision from observation o join series_head h on h.id = o.series_id where h.breakdown = $1 order by o.id',
      [breakdown],
    );

  it('is the next revision of its period, whatever the others of the series are', async () => {
    const place = newPlace();
    const order = ['2024-Q1', '2024-Q2', '2024-Q1', '2024', '2024-Q1', '2024-M12', '2024-Q4'];
    const revisions: number[] = [];
    for (const period of order) revisions.push(await append(place, { period: parsePeriod(period) }));
    expect(revisions).toEqual([1, 1, 2, 1, 3, 1, 1]);
    expect((await storedAt(place.breakdown)).map(({ period }) => period)).toEqual(order);
  });

  it('is numbered without gap or repetition, however many are approved at the same moment in a series that nobody made yet', async () => {
    const place = newPlace();
    const revisions = await Promise.all(Array.from({ length: 6 }, () => append(place)));
    expect(revisions.sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await whole.rows('select 1 from series_head where breakdown = $1', [place.breakdown])).toHaveSize(1);
  });

  it('leaves no series behind when its transaction comes to nothing', async () => {
    const place = newPlace();
    const work = sealed(async () => {
      await repository().append((await repository().lockSeries(place))!, figure());
      throw new Error('stopped');
    });
    await expectAsync(work).toBeRejectedWithError('stopped');
    expect(await whole.rows('select 1 from series_head where breakdown = $1', [place.breakdown])).toEqual([]);
    expect(await append(place)).toBe(1);
  });

  it('has no series where there is no such territory', async () => {
    expect(await whole.app.get(Transactions).run(() => repository().lockSeries({ ...newPlace(), territory: '9999' }))).toBeUndefined();
  });

  it('waits for who is at the same series, and for nobody else', async () => {
    const [place, other] = [newPlace(), newPlace()];
    await append(place);
    const { promise: held, resolve: isHeld } = Promise.withResolvers<undefined>();
    const { promise: end, resolve: letGo } = Promise.withResolvers<undefined>();
    const slow = whole.app.get(Transactions).run(async () => {
      await repository().lockSeries(place);
      isHeld(undefined);
      await end;
    });
    await held;
    const waiting = append(place);
    expect(await append(other)).toBe(1);
    expect(await Promise.race([waiting, delay(100, 'waits')])).toBe('waits');
    letGo(undefined);
    await slow;
    expect(await waiting).toBe(2);
  });

  const impossible: readonly [what: string, different: Partial<ApprovedFigure>, code: string][] = [
    ['a value and a reason for having none', { value: 1, missing: 'confidential' }, '23514'],
    ['neither of the two', { value: undefined }, '23514'],
    ['a value of sixteen digits', { value: 1e15 }, '22003'],
    ['a quality that is none', { quality: 'ganska bra' as never }, '23514'],
    ['a provenance that is none', { provenance: 'hörsägen' as never }, '23514'],
    ['an entry that is not there', { entryId: randomUUID() }, '23503'],
    ['a department that is not there', { departmentId: 999_999 }, '23503'],
  ];
  for (const [what, different, code] of impossible) {
    it(`is refused by the database itself with ${what}`, async () => {
      const place = newPlace();
      await expectAsync(append(place, different)).toBeRejectedWith(jasmine.objectContaining({ code }));
      expect(await storedAt(place.breakdown)).toEqual([]);
    });
  }

  it('is to become public at the earliest time of all that wait, and never where none waits', async () => {
    const next = async () => whole.app.get(NextPublicationQuery).at();
    const hours = (count: number) => new Date(Math.ceil(Date.now() / 1000) * 1000 + count * 3_600_000);
    expect(await next()).toBe(Number.POSITIVE_INFINITY);
    const [far, near] = [hours(48), hours(2)];
    await append(newPlace(), { publishAt: far });
    expect(await next()).toBe(far.getTime());
    await append(newPlace(), { publishAt: near });
    await append(newPlace(), { publishAt: hours(-1) });
    expect(await next()).toBe(near.getTime());
    const soon = new Date(Date.now() + 400);
    await append(newPlace(), { publishAt: soon });
    expect(await next()).toBe(soon.getTime());
    await delay(500);
    expect(await next()).toBe(near.getTime());
  });
});

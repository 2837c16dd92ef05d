import { periodCode, type BreakContent } from '@slusen/domain';
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import type { Amendment } from '../identity/amendment.js';
import type { AsOf } from '../platform/as-of.js';
import { Seed } from '../testing/seed.js';
import { DecidedWorld, TODAY, type Refusal, type Why } from '../testing/decided-world.js';
import { AddIndicator } from './add-indicator.js';
import { BreakSeries } from './break-series.js';
import { IndicatorQuery } from './indicator.query.js';
import { IndicatorRepository } from './indicator.repository.js';

const WHY: Why = { reason: 'Registret byttes' };
const now: AsOf = { today: TODAY, known: undefined };
const aBreak = (firstPeriod: string, reason = 'Ny metod', decision?: string): BreakContent => ({
  ...{ firstPeriod, reason: { sv: reason, en: reason } },
  ...(decision === undefined ? {} : { decision }),
});

describe('a break in a series', () => {
  let world: DecidedWorld;
  let made = 0;
  beforeAll(async () => (world = await DecidedWorld.open()), 120_000);
  afterAll(() => world.close());

  const newIndicator = async (cadence: 'year' | 'quarter' | 'month' = 'year'): Promise<string> => {
    const slug = `serie-${++made}`;
    const { breaks: _, slug: __, ...definition } = world.file.indicators[0]!;
    await world.amend({}, async (a) => {
      const around = await world.app.get(IndicatorRepository).surroundings();
      await world.app.get(AddIndicator).add(a, { slug, definition: { ...definition, cadence }, around, targets: [], breaks: [] });
    });
    return slug;
  };
  const breaking = (indicator: string, content: BreakContent, expected?: number) => (a: Amendment) =>
    world.app.get(BreakSeries).break(a, { indicator, content, expected });
  const withdrawing = (indicator: string, firstPeriod: string, expected?: number) => (a: Amendment) =>
    world.app.get(BreakSeries).withdraw(a, { indicator, firstPeriod, expected });
  const shown = async (slug: string, asOf = now) =>
    (await world.app.get(IndicatorQuery).bySlug(slug, asOf)).rules.breaks.map(
      ({ firstPeriod, reason, decision }) => `${periodCode(firstPeriod)} ${reason?.sv}${decision ? ` ${decision}` : ''}`,
    );
  const stored = (slug: string) =>
    world.amend({}, async () => {
      const indicators = world.app.get(IndicatorRepository);
      return indicators.breaks((await indicators.id(slug))!);
    });

  it('is made for the reason it gives itself, told in one event, and shown at once', async () => {
    const slug = await newIndicator();
    await world.amend({}, breaking(slug, aBreak('2023', 'Ny metod', 'KS § 4')));
    expect(await shown(slug)).toEqual(['2023 Ny metod KS § 4']);
    expect((await world.lastEvent()).facts['changes']).toEqual([
      { kind: 'series-break', subject: 'Folkmängd, brott i serien från 2023', isNew: true, differences: [] },
    ]);
  });

  it('of a series that has figures is told by what it says, and asks for a reason', async () => {
    const slug = await newIndicator();
    const manager = world.app.get(DataSource).manager;
    const [{ id }] = await manager.query<[{ id: number }]>('select id from indicator where slug = $1', [slug]);
    const territory = world.file.territories[0]!.code;
    await new Seed(manager).figures({ indicator: id, territory }, { 2024: 7 });
    const refusal = await world.refusalOf({}, breaking(slug, aBreak('2023', 'Ny metod')));
    expect(refusal.code).toBe('change.reason-required');
    expect(JSON.stringify(refusal.facts)).toContain('Folkmängd, brott i serien från 2023');
    await world.amend(WHY, breaking(slug, aBreak('2023', 'Ny metod')));
    expect(await shown(slug)).toEqual(['2023 Ny metod']);
  });

  it('is one of several, the earliest first, each changed by itself', async () => {
    const slug = await newIndicator('quarter');
    for (const period of ['2023-Q2', '2019-Q4', '2021-Q1']) await world.amend({}, breaking(slug, aBreak(period)));
    await world.amend(WHY, breaking(slug, aBreak('2021-Q1', 'Annan metod')));
    await world.amend(WHY, withdrawing(slug, '2019-Q4'));
    expect(await shown(slug)).toEqual(['2021-Q1 Annan metod', '2023-Q2 Ny metod']);
    expect((await stored(slug)).map(({ content, revision, isWithdrawn }) => [content.firstPeriod, revision, isWithdrawn])).toEqual([
      ['2019-Q4', 2, true],
      ['2021-Q1', 2, false],
      ['2023-Q2', 1, false],
    ]);
  });

  const subject = 'Folkmängd, brott i serien från 2023';
  const changes: readonly [what: string, work: (slug: string) => (a: Amendment) => Promise<void>, lines: string[]][] = [
    ['says another reason', (slug) => breaking(slug, { firstPeriod: '2023', reason: { sv: 'Nytt register', en: 'Ny metod' } }), [`${subject}: skäl Ny metod → Nytt register`]],
    ['names a decision', (slug) => breaking(slug, aBreak('2023', 'Ny metod', 'KS § 4')), [`${subject}: beslut – → KS § 4`]],
    ['was none after all', (slug) => withdrawing(slug, '2023'), [`${subject}: skäl Ny metod → –`, `${subject}: skäl på engelska Ny metod → –`]],
  ]; // prettier-ignore
  for (const [what, work, lines] of changes) {
    it(`that is there ${what} only for another reason, which stands in its row`, async () => {
      const slug = await newIndicator();
      await world.amend({}, breaking(slug, aBreak('2023')));
      for (const why of [{}, { decision: 'KF § 1' }]) {
        const { code, facts } = await world.refusalOf(why, work(slug));
        expect([code, facts?.['changes']]).toEqual(['change.reason-required', lines]);
      }
      expect(await world.linesOf(WHY, work(slug))).toEqual(lines);
      const [last] = await world.rows(
        `select b.revision, b.change_reason from series_break b join indicator i on i.id = b.indicator_id where i.slug = $1 order by b.revision desc`,
        [slug],
      );
      expect(last).toEqual({ revision: 2, change_reason: 'Registret byttes' });
    });
  }

  it('that was taken back can be there again, for a reason', async () => {
    const slug = await newIndicator();
    await world.amend({}, breaking(slug, aBreak('2023')));
    await world.amend(WHY, withdrawing(slug, '2023'));
    expect(await shown(slug)).toEqual([]);
    expect((await world.refusalOf({}, breaking(slug, aBreak('2023')))).code).toBe('change.reason-required');
    await world.amend(WHY, breaking(slug, aBreak('2023')));
    expect(await shown(slug)).toEqual(['2023 Ny metod']);
  });

  it('from a revision that somebody else changed meanwhile is refused, and told which one is there', async () => {
    const slug = await newIndicator();
    await world.amend({}, breaking(slug, aBreak('2023'), 0));
    await world.amend(WHY, breaking(slug, aBreak('2023', 'Annan metod'), 1));
    const stale = async (revision: number, expected: readonly number[]) => {
      for (const from of expected) {
        for (const work of [breaking(slug, aBreak('2023', 'Tredje'), from), withdrawing(slug, '2023', from)]) {
          const { code, facts } = await world.refusalOf(WHY, work);
          expect([code, facts]).toEqual(['revision.stale', { revision }]);
        }
      }
    };
    await stale(2, [0, 1, 3]);
    await world.amend(WHY, withdrawing(slug, '2023', 2));
    await stale(3, [0, 2]);
    await world.amend(WHY, breaking(slug, aBreak('2023'), 3));
    expect(await shown(slug)).toEqual(['2023 Ny metod']);
  });

  it('that says the same is the same revision', async () => {
    const slug = await newIndicator();
    await world.amend({}, breaking(slug, aBreak('2023')));
    const counts = await world.recorded();
    expect(await world.linesOf(WHY, breaking(slug, aBreak('2023')))).toEqual([]);
    expect(await world.recorded()).toEqual(counts);
  });

  it('is made once by two who make it at the same moment', async () => {
    const slug = await newIndicator();
    const lines = await Promise.all(
      [1, 2, 3].map(() =>
        world.amend({}, async (a) => {
          await breaking(slug, aBreak('2023'))(a);
          return a.changes.length;
        }),
      ),
    );
    expect(lines.sort()).toEqual([0, 0, 1]);
    expect(await stored(slug)).toHaveSize(1);
  });

  const faultsOf = ({ code, errors }: Refusal) => errors?.map(({ path, message }) => `${path}: ${message}`) ?? code;
  const refused: readonly [what: string, work: (slug: string) => (a: Amendment) => Promise<void>, faults: string | string[]][] = [
    ['a quarter, where it is measured once a year', (slug) => breaking(slug, aBreak('2023-Q1')), ['0.firstPeriod: period.wrong-cadence']],
    ['what is no period', (slug) => breaking(slug, aBreak('tjugotjugotre')), 'period.unknown'],
    ['a series that is not there', () => breaking('ingen', aBreak('2023')), 'indicator.not-found'],
    ['back what never was', (slug) => withdrawing(slug, '2022'), 'series-break.not-found'],
  ];
  for (const [what, work, faults] of refused) {
    it(`does not take ${what}`, async () => {
      const slug = await newIndicator();
      expect(faultsOf(await world.refusalOf(WHY, work(slug)))).toEqual(faults);
    });
  }

  it('cannot be taken back twice', async () => {
    const slug = await newIndicator();
    await world.amend({}, breaking(slug, aBreak('2023')));
    await world.amend(WHY, withdrawing(slug, '2023'));
    const { code, facts } = await world.refusalOf(WHY, withdrawing(slug, '2023'));
    expect([code, facts]).toEqual(['series-break.not-found', { indicator: slug, period: '2023' }]);
  });

  it('is for a strategist or an administrator to mark out and to take back', async () => {
    const slug = await newIndicator();
    expect(await world.rolesAllowed(WHY, (role) => breaking(slug, aBreak('2023', role)))).toEqual(['strategist', 'administrator']);
    const withdrawers = await world.rolesAllowed(WHY, async () => {
      const other = await newIndicator();
      await world.amend({}, breaking(other, aBreak('2020')));
      return withdrawing(other, '2020');
    });
    expect(withdrawers).toEqual(['strategist', 'administrator']);
  });

  it('is at every moment there if it had been made by then and not taken back', async () => {
    const step = fc.record({ period: fc.constantFrom('2021', '2022'), isThere: fc.boolean(), reason: fc.constantFrom('Ett', 'Två') });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
        const slug = await newIndicator();
        const history: { asOf: AsOf; model: Map<string, string> }[] = [{ asOf: await world.moment(), model: new Map() }];
        for (const { period, isThere, reason } of steps) {
          const model = new Map(history.at(-1)!.model);
          if (!isThere && !model.has(period)) continue;
          await world.amend(WHY, isThere ? breaking(slug, aBreak(period, reason)) : withdrawing(slug, period));
          if (isThere) model.set(period, reason);
          else model.delete(period);
          history.push({ asOf: await world.moment(), model });
        }
        for (const { asOf, model } of history) {
          const expected = [...model].map(([period, reason]) => `${period} ${reason}`).sort();
          expect(await shown(slug, asOf))
            .withContext(asOf.known!)
            .toEqual(expected);
        }
      }),
      { numRuns: 8 },
    );
  }, 60_000);
});

import type { DefinitionContent } from '@slusen/domain';
import type { Amendment } from '../identity/amendment.js';
import type { AsOf } from '../platform/as-of.js';
import { DecidedWorld, TODAY, type Refusal, type Why } from '../testing/decided-world.js';
import { AddIndicator } from './add-indicator.js';
import { BreakSeries } from './break-series.js';
import { IndicatorQuery } from './indicator.query.js';
import { IndicatorRepository } from './indicator.repository.js';
import { ReviseDefinition } from './revise-definition.js';

const WHY: Why = { reason: 'Fel från början' };
const now: AsOf = { today: TODAY, known: undefined };
const both = (text: string) => ({ sv: text, en: text });
/** As it is sent: without what is undefined. */
const plain = (definition: DefinitionContent): unknown => JSON.parse(JSON.stringify(definition));

describe('a definition', () => {
  let world: DecidedWorld;
  let made = 0;
  beforeAll(async () => (world = await DecidedWorld.open()), 120_000);
  afterAll(() => world.close());

  /** Visits by the quarter, which no other spec defines otherwise. */
  const visits = (different: Partial<DefinitionContent> = {}): DefinitionContent => {
    const { breaks: _, slug: __, ...said } = world.file.indicators[1]!;
    return { ...said, unit: both('besökare'), ...different };
  };
  const newSlug = () => `matt-${++made}`;
  const adding = (slug: string, definition: DefinitionContent) => async (a: Amendment) => {
    const around = await world.app.get(IndicatorRepository).surroundings();
    return world.app.get(AddIndicator).add(a, { slug, definition, around, targets: [], breaks: [] });
  };
  const revising = (slug: string, definition: DefinitionContent, expected?: number) => async (a: Amendment) => {
    const around = await world.app.get(IndicatorRepository).surroundings();
    return world.app.get(ReviseDefinition).revise(a, { slug, definition, around, targets: [], breaks: await breaksOf(a, slug), expected });
  };
  const breaksOf = async (_: Amendment, slug: string) => world.app.get(IndicatorRepository).breaksInForce(slug);
  const added = async (definition = visits()): Promise<string> => {
    const slug = newSlug();
    await world.amend({}, adding(slug, definition));
    return slug;
  };
  const stored = async (slug: string) => (await world.amend({}, () => world.app.get(IndicatorRepository).definition(slug)))!;
  const faultsOf = ({ code, errors }: Refusal) => errors?.map(({ path, message }) => `${path}: ${message}`) ?? code;

  /** Every field with another content, and the line that people are told. */
  const fields: readonly [field: keyof DefinitionContent, change: Partial<DefinitionContent>, line: string][] = [
    ['name', { name: { sv: 'Gäster', en: 'Besök' } }, 'namn Besök → Gäster'],
    ['definition', { definition: { sv: 'Antal gäster.', en: 'Antal besök.' } }, 'definition Antal besök. → Antal gäster.'],
    ['unit', { unit: { sv: 'gäster', en: 'besökare' } }, 'enhet besökare → gäster'],
    ['unit', { unit: { ...both('besökare'), one: { sv: 'gäst', en: 'guest' } } }, 'enhet för exakt en – → gäst'],
    ['decimals', { decimals: 3 }, 'decimaler 0 → 3'],
    ['direction', { direction: 'decrease' }, 'riktning ska öka → ska minska'],
    ['cadence', { cadence: 'month' }, 'mätfrekvens varje kvartal → varje månad'],
    ['reporting', { reporting: 'year-to-date' }, 'redovisning perioden för sig → året hittills'],
    ['aggregation', { aggregation: 'mean' }, 'perioder läggs ihop summeras → medelvärde'],
    ['lagDays', { lagDays: 50 }, 'dagar till publicering 10 → 50'],
    ['graceDays', { graceDays: 0 }, 'dagar innan värdet är försenat 30 → 0'],
    ['min', { min: -0.5 }, 'lägsta rimliga värde – → −0,5'],
    ['max', { max: 1e14 }, 'högsta rimliga värde – → 100 000 000 000 000'],
    ['mayRepeat', { mayRepeat: true }, 'får upprepas nej → ja'],
    ['officialStatistics', { officialStatistics: true }, 'officiell statistik nej → ja'],
    ['source', { source: { name: 'SCB' } }, 'källa Egen räkning → SCB'],
    ['source', { source: { name: 'Egen räkning', url: 'https://example.se/' } }, 'källans adress – → https://example.se/'],
    ['owner', { owner: 'kommunstyrelsen' }, 'ansvarig Gatukontoret → Kommunstyrelsen'],
    ['owner', { owner: undefined }, 'ansvarig Gatukontoret → –'],
    ['balance', { balance: [{ indicator: 'besok', sign: -1, at: 'previous-period' }] }, 'ska stämma med – → − Besök perioden före'],
    ['perLocality', { perLocality: ['0884-tuna'] }, 'orter – → Tuna'],
    ['contextNote', { contextNote: { sv: 'Efter pandemin.', en: 'After the pandemic.' } }, 'kommentar – → Efter pandemin.'],
    ['isExample', { isExample: true }, 'påhittad nej → ja'],
    ['influence', { influence: 'own' }, 'rådighet – → kommunen råder över den'],
    ['kind', { kind: 'population' }, 'visar – → hur samhället utvecklas'],
    ['synonyms', { synonyms: { sv: ['gäster'], en: ['guests'] } }, 'andra ord – → gäster'],
    ['ending', { ending: { after: '2026-Q4', reason: both('Räknaren är trasig.'), replacedBy: 'folkmangd' } }, 'sista period – → 2026-Q4'],
    ['formula', { formula: { kind: 'sum', parts: ['besok'] } }, 'räknas fram som – → Besök'],
  ]; // prettier-ignore
  for (const [field, change, line] of fields) {
    it(`has another ${field} as a new revision for a reason, and says it in words: ${line}`, async () => {
      const slug = await added();
      expect((await world.refusalOf({}, revising(slug, visits(change)))).code).toBe('change.reason-required');
      const [told = ''] = await world.linesOf(WHY, revising(slug, visits(change), 1));
      expect(told.replaceAll(/\s/g, ' ')).toBe(`Besök: ${line}`);
      const { id, revision, content } = await stored(slug);
      expect([revision, plain(content)]).toEqual([2, plain(visits(change))]);
      expect(await world.revisionsOf('indicator_definition', 'indicator_id', id)).toEqual([
        { revision: 1, reason: null, decision: null },
        { revision: 2, reason: 'Fel från början', decision: null },
      ]);
    });
  }

  it('is told of in each of its fields: none can change in silence', () => {
    // The years of an irregular one are told of below.
    const all = [...Object.keys(visits()), 'min', 'max', 'contextNote', 'influence', 'kind', 'synonyms', 'ending', 'formula'].filter(
      (field) => field !== 'irregularYears',
    );
    expect(new Set<string>(fields.map(([field]) => field))).toEqual(new Set(all));
  });

  it('of the years that an irregular indicator is measured is kept in their order', async () => {
    const slug = await added(visits({ cadence: 'irregular', irregularYears: [2018, 2022, 2026] }));
    expect(await world.linesOf(WHY, revising(slug, visits({ cadence: 'irregular', irregularYears: [2022, 2026] })))).toEqual([
      'Besök: år som mäts 2018, 2022, 2026 → 2022, 2026',
    ]);
    expect((await world.app.get(IndicatorQuery).bySlug(slug, now)).rules.irregularYears).toEqual([2022, 2026]);
  });

  it('reads as the rules need it, with the names of who answers and of what it must add up to', async () => {
    const balance = [{ indicator: 'besok', sign: 1, at: 'same-period' }] as const;
    const slug = await added(visits({ min: 0, balance, source: { name: 'SCB', url: 'https://scb.se/' }, contextNote: both('Obs') }));
    const indicator = await world.app.get(IndicatorQuery).bySlug(slug, now);
    expect(indicator).toEqual(
      jasmine.objectContaining({
        ...{ slug, name: both('Besök'), source: { name: 'SCB', url: 'https://scb.se/' }, perLocality: [], contextNote: both('Obs') },
        owner: jasmine.objectContaining({ slug: 'gatukontoret', name: { sv: 'Gatukontoret' } }),
        balance: { terms: [{ indicator: 'besok', sign: 1, at: 'same-period', name: both('Besök') }] },
      }),
    );
    expect(indicator.rules).toEqual(jasmine.objectContaining({ min: 0, cadence: 'quarter', direction: 'increase', breaks: [] }));
    expect('max' in indicator.rules).toBeFalse();
  });

  it('is found among all by the alphabet, by ids, and by no other name', async () => {
    const query = world.app.get(IndicatorQuery);
    for (const name of ['Öppna dagar', 'Åtgärder', 'Ärenden']) await added(visits({ name: both(`Sorterat ${name}`) }));
    const all = await query.all(now);
    expect(all.map(({ name }) => name.sv).filter((name) => name.startsWith('Sorterat'))).toEqual([
      'Sorterat Åtgärder',
      'Sorterat Ärenden',
      'Sorterat Öppna dagar',
    ]);
    const [first, last] = [all[0]!, all.at(-1)!];
    expect(await query.byIds([first.id, 999_999, last.id], now)).toEqual(new Map([first, last].map((one) => [one.id, one])));
    for (const slug of ['ingen', '', 'BESOK', 'besok ', '%']) {
      await expectAsync(query.bySlug(slug, now)).toBeRejectedWith(
        jasmine.objectContaining({ code: 'indicator.not-found', facts: { indicator: slug } }),
      );
    }
  });

  const unsound: readonly [what: string, change: Partial<DefinitionContent>, faults: string[]][] = [
    ['answered for by nobody known', { owner: 'ingen' }, ['owner: reference.unknown']],
    ['for a place that is not there', { perLocality: ['0884-tuna', '0884-x'] }, ['perLocality.1: reference.unknown']],
    ['for the municipality as if it were a locality', { perLocality: ['0884'] }, ['perLocality.0: reference.unknown']],
    ['for one place twice', { perLocality: ['0884-tuna', '0884-tuna'] }, ['perLocality.1: name.repeated']],
    ['that adds up to what is not there', { balance: [{ indicator: 'ingen', sign: 1, at: 'same-period' }] }, ['balance.0.indicator: reference.unknown']],
    ['that adds up to another cadence', { balance: [{ indicator: 'folkmangd', sign: 1, at: 'same-period' }] }, ['balance.0.indicator: balance.other-cadence']],
    ['with years though it is measured in all', { irregularYears: [2022] }, ['irregularYears: indicator.years-only-when-irregular']],
    ['with years out of order', { cadence: 'irregular', irregularYears: [2022, 2018] }, ['irregularYears.1: indicator.years-not-in-order']],
    ['of the year so far, once a year', { cadence: 'year', reporting: 'year-to-date' }, ['reporting: indicator.year-to-date-within-a-year-only']],
    ['whose least is above its most', { min: 2, max: 1 }, ['max: indicator.min-above-max']],
  ]; // prettier-ignore
  for (const [what, change, faults] of unsound) {
    it(`is refused at its places, new or revised: one ${what}`, async () => {
      expect(faultsOf(await world.refusalOf({}, adding(newSlug(), visits(change))))).toEqual(faults);
      expect(faultsOf(await world.refusalOf(WHY, revising(await added(), visits(change))))).toEqual(faults);
    });
  }

  it('may add up to itself in the period before, but not to itself', async () => {
    const term = (at: 'same-period' | 'previous-period', slug: string) => visits({ balance: [{ indicator: slug, sign: 1, at }] });
    const slug = newSlug();
    await world.amend({}, adding(slug, term('previous-period', slug)));
    expect(faultsOf(await world.refusalOf(WHY, revising(slug, term('same-period', slug))))).toEqual([
      'balance.0.indicator: balance.of-itself',
    ]);
  });

  it('has no other cadence than what breaks its series: that period would be none of its own', async () => {
    const slug = await added();
    await world.amend({}, (a) =>
      world.app.get(BreakSeries).break(a, { indicator: slug, content: { firstPeriod: '2023-Q1', reason: both('Ny metod') } }),
    );
    expect(faultsOf(await world.refusalOf(WHY, revising(slug, visits({ cadence: 'month' }))))).toEqual([
      'breaks.0.firstPeriod: period.wrong-cadence',
    ]);
    await world.amend(WHY, (a) => world.app.get(BreakSeries).withdraw(a, { indicator: slug, firstPeriod: '2023-Q1' }));
    expect(await world.amend(WHY, revising(slug, visits({ cadence: 'month' })))).toBe(2);
  });

  it('is revised by one of several who read the same revision; the others are told which one is there', async () => {
    const slug = await added();
    const tries = [1, 2, 3].map((decimals) =>
      world.amend(WHY, revising(slug, visits({ decimals }), 1)).then(
        () => 'revised',
        ({ facts }: { facts: object }) => facts,
      ),
    );
    expect(await Promise.all(tries)).toEqual(jasmine.arrayWithExactContents(['revised', { revision: 2 }, { revision: 2 }]));
    const counts = await world.recorded();
    expect(await world.amend(WHY, revising(slug, (await stored(slug)).content, 2))).toBe(2);
    expect(await world.recorded()).toEqual(counts);
  });

  it('is added once under a name, however many add it at the same moment', async () => {
    const slug = newSlug();
    const tries = [1, 2, 3].map(() =>
      world.amend({}, adding(slug, visits())).then(
        () => 'added',
        ({ code }: { code: string }) => code,
      ),
    );
    expect((await Promise.all(tries)).sort()).toEqual(['added', 'indicator.exists', 'indicator.exists']);
  });

  it('shows at every moment what it said by then, and who answered for it under which name', async () => {
    const before = await world.moment();
    const slug = await added(visits({ decimals: 0 }));
    const moments = [{ asOf: await world.moment(), expected: [0, 'gatukontoret'] }];
    for (const [decimals, owner] of [
      [1, 'kommunstyrelsen'],
      [2, undefined],
      [3, 'gatukontoret'],
    ] as const) {
      await world.amend(WHY, revising(slug, visits({ decimals, owner })));
      moments.push({ asOf: await world.moment(), expected: [decimals, owner as string] });
    }
    for (const { asOf, expected } of [...moments, { ...moments.at(-1)!, asOf: now }]) {
      const { rules, owner } = await world.app.get(IndicatorQuery).bySlug(slug, asOf);
      expect([rules.decimals, owner?.slug])
        .withContext(asOf.known ?? 'now')
        .toEqual(expected);
    }
    await expectAsync(world.app.get(IndicatorQuery).bySlug(slug, before)).toBeRejectedWith(
      jasmine.objectContaining({ code: 'indicator.not-found' }),
    );
  });

  // A file of figures may bring indicators, so whoever answers for one may add them; how they are defined is for others.
  it('is added by a reviewer, a strategist or an administrator, and revised by one of the last two', async () => {
    expect(await world.rolesAllowed({}, () => adding(newSlug(), visits()))).toEqual(['reviewer', 'strategist', 'administrator']);
    const revisers = await world.rolesAllowed(WHY, async () => revising(await added(), visits({ decimals: 2 })));
    expect(revisers).toEqual(['strategist', 'administrator']);
  });
});

import fc from 'fast-check';
import { BREAKDOWN_CONTENTS, type Breakdown } from '../breakdown/breakdown.js';
import { differencesOf } from '../change/difference.js';
import { expectToNameFields, expectToTellAll, perhaps, someFigure, someSlug, someText, someWord } from '../change/wording.fixtures.js';
import { CADENCES } from '../time/period.js';
import { NBSP } from '../value/number-text.js';
import { type BreakContent, type DefinitionContent } from './definition-content.js';
import { BREAK_WORDING, DEFINITION_WORDING } from './definition-wording.js';
import { aDefinition } from './definition.fixtures.js';
import { FORMULA_KINDS } from './formula.js';
import { AGGREGATIONS, DIRECTIONS, INDICATOR_KINDS, INFLUENCES, REPORTINGS } from './indicator.js';

const names: Readonly<Record<string, string>> = {
  gatukontoret: 'Gatukontoret',
  folkmangd: 'Folkmängd',
  fodda: 'Födda',
  doda: 'Döda',
  '0884-tuna': 'Tuna',
};
const nameOf = (slug: string): string => names[slug] ?? slug;
const BY_SEX: Breakdown = { kind: 'sex', groups: [], of: 'people', threshold: 5 };
const someBreakdown = fc.oneof(
  fc.record<Breakdown>({
    kind: fc.constant('sex'),
    groups: fc.constant([]),
    of: fc.constantFrom(...BREAKDOWN_CONTENTS),
    threshold: fc.integer({ min: 3, max: 100 }),
  }),
  fc.record<Breakdown>({
    kind: fc.constant('age'),
    groups: fc.array(someSlug, { minLength: 2, maxLength: 4 }),
    of: fc.constantFrom(...BREAKDOWN_CONTENTS),
    threshold: fc.integer({ min: 3, max: 100 }),
  }),
);
const told = (changes: Partial<DefinitionContent>): string =>
  differencesOf(DEFINITION_WORDING, [aDefinition(), aDefinition(changes)], nameOf)
    .map(({ field, before, after }) => `${field} ${before ?? '–'} → ${after ?? '–'}`)
    .join('; ');

describe('a definition said otherwise than before', () => {
  const cases: [changes: Partial<DefinitionContent>, line: string][] = [
    [{}, ''],
    [{ name: { sv: 'Folkmängd', en: 'Population' } }, 'namn på engelska – → Population'],
    [{ definition: { sv: 'Antal boende.' } }, 'definition Antal folkbokförda. → Antal boende.'],
    [{ unit: { sv: 'personer', one: { sv: 'person' } } }, 'enhet invånare → personer; enhet för exakt en – → person'],
    [{ decimals: 1 }, 'decimaler 0 → 1'],
    [{ direction: 'decrease' }, 'riktning ska öka → ska minska'],
    [{ direction: 'none' }, 'riktning ska öka → ingen'],
    [{ cadence: 'irregular', irregularYears: [2018, 2022] }, 'mätfrekvens varje år → vissa år; år som mäts – → 2018, 2022'],
    [{ reporting: 'year-to-date' }, 'redovisning perioden för sig → året hittills'],
    [{ aggregation: 'sum' }, 'perioder läggs ihop det senaste gäller → summeras'],
    [{ aggregation: 'mean' }, 'perioder läggs ihop det senaste gäller → medelvärde'],
    [{ aggregation: 'none' }, 'perioder läggs ihop det senaste gäller → läggs inte ihop'],
    [{ lagDays: 20 }, 'dagar till publicering 55 → 20'],
    [{ graceDays: 0 }, 'dagar innan värdet är försenat 30 → 0'],
    [{ min: 0 }, 'lägsta rimliga värde – → 0'],
    [{ max: 1500.5 }, `högsta rimliga värde – → 1${NBSP}500,5`],
    [{ mayRepeat: true }, 'får upprepas nej → ja'],
    [{ officialStatistics: false }, 'officiell statistik ja → nej'],
    [{ influence: 'follows-the-world' }, 'rådighet – → följer omvärlden'],
    [{ kind: 'performance' }, 'visar – → vad verksamheten åstadkommer'],
    [{ synonyms: { sv: ['invånarantal', 'befolkning'], en: ['people'] } }, 'andra ord – → invånarantal, befolkning; andra ord på engelska – → people'],
    [
      { ending: { after: '2026', reason: { sv: 'SCB slutar.' }, replacedBy: 'fodda' } },
      'sista period – → 2026; varför den upphör – → SCB slutar.; ersätts av – → Födda',
    ],
    [{ formula: { kind: 'sum', parts: ['fodda', 'doda'] } }, 'räknas fram som – → Födda + Döda'],
    [{ formula: { kind: 'difference', parts: ['fodda', 'doda'] } }, 'räknas fram som – → Födda − Döda'],
    [{ formula: { kind: 'share', parts: ['fodda', 'doda'] } }, 'räknas fram som – → Födda delat med Döda, i procent'],
    [{ formula: { kind: 'per-thousand', parts: ['fodda', 'folkmangd'] } }, `räknas fram som – → Födda delat med Folkmängd, per 1${NBSP}000 invånare`],
    [{ breakdown: BY_SEX }, 'delas upp på – → kön: kvinnor, män (antal personer); små antal är färre än – → 5'],
    [{ source: { name: 'Kolada', url: 'https://www.kolada.se' } }, 'källa SCB → Kolada; källans adress – → https://www.kolada.se'],
    [{ owner: 'gatukontoret' }, 'ansvarig – → Gatukontoret'],
    [{ balance: [{ indicator: 'fodda', sign: 1, at: 'same-period' }, { indicator: 'doda', sign: -1, at: 'same-period' }] }, 'ska stämma med – → + Födda, − Döda'],
    [{ balance: [{ indicator: 'folkmangd', sign: 1, at: 'previous-period' }] }, 'ska stämma med – → + Folkmängd perioden före'],
    [{ perLocality: ['0884-tuna'] }, 'orter – → Tuna'],
    [{ contextNote: { sv: 'Räknas om.' } }, 'kommentar – → Räknas om.'],
    [{ isExample: true }, 'påhittad nej → ja'],
  ]; // prettier-ignore
  for (const [changes, line] of cases) {
    it(`is told as ${line ? `"${line}"` : 'nothing when it is the same'}`, () => expect(told(changes)).toBe(line));
  }

  it('is told whatever it is, and nothing that is not', () => {
    const balance = fc.record({
      indicator: someSlug,
      sign: fc.constantFrom(1 as const, -1 as const),
      at: fc.constantFrom('same-period' as const, 'previous-period' as const),
    });
    expectToTellAll(
      DEFINITION_WORDING,
      fc.record<DefinitionContent>({
        name: someText,
        definition: someText,
        unit: fc.record({ sv: someWord, en: perhaps(someWord), one: perhaps(someText) }),
        decimals: fc.nat(6),
        direction: fc.constantFrom(...DIRECTIONS),
        cadence: fc.constantFrom(...CADENCES),
        reporting: fc.constantFrom(...REPORTINGS),
        aggregation: fc.constantFrom(...AGGREGATIONS),
        lagDays: fc.nat(3660),
        graceDays: fc.nat(3660),
        min: perhaps(someFigure),
        max: perhaps(someFigure),
        mayRepeat: fc.boolean(),
        officialStatistics: fc.boolean(),
        source: fc.record({ name: someWord, url: perhaps(someWord) }),
        owner: perhaps(someSlug),
        irregularYears: fc.array(fc.integer({ min: 1990, max: 2040 }), { maxLength: 3 }),
        balance: fc.array(balance, { maxLength: 3 }),
        perLocality: fc.array(someSlug, { maxLength: 3 }),
        contextNote: perhaps(someText),
        isExample: fc.boolean(),
        influence: perhaps(fc.constantFrom(...INFLUENCES)),
        kind: perhaps(fc.constantFrom(...INDICATOR_KINDS)),
        synonyms: perhaps(fc.record({ sv: fc.array(someWord, { minLength: 1, maxLength: 3 }), en: fc.array(someWord, { maxLength: 3 }) })),
        ending: perhaps(fc.record({ after: someSlug, reason: someText, replacedBy: perhaps(someSlug) })),
        breakdown: perhaps(someBreakdown),
        formula: perhaps(fc.record({ kind: fc.constantFrom(...FORMULA_KINDS), parts: fc.array(someSlug, { minLength: 2, maxLength: 4 }) })),
      }),
    );
  });

  it('has a name for each thing', () => expectToNameFields(DEFINITION_WORDING));
});

describe('a series break said otherwise than before', () => {
  it('is told by its reason and its decision', () => {
    const before: BreakContent = { firstPeriod: '2024', reason: { sv: 'Ny metod' } };
    expect(differencesOf(BREAK_WORDING, [before, { ...before, reason: { sv: 'Ny enkät' }, decision: 'KS § 4' }])).toEqual([
      { field: 'skäl', before: 'Ny metod', after: 'Ny enkät' },
      { field: 'beslut', before: undefined, after: 'KS § 4' },
    ]);
    const anyBreak = fc.record<BreakContent>({ firstPeriod: someSlug, reason: someText, decision: perhaps(someWord) });
    expectToTellAll(BREAK_WORDING, anyBreak, ['firstPeriod']);
    expectToNameFields(BREAK_WORDING);
  });
});

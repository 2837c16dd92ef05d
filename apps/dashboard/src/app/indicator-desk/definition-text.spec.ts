import type { DefinitionInForce } from '@slusen/contracts';
import { definitionOf, differingPlaces, NEW_DEFINITION, textOf } from './definition-text.js';

type Definition = DefinitionInForce['definition'];
const both = (text: string) => ({ sv: text, en: text });
const WHOLE: Definition = {
  ...{
    name: both('Besök'),
    definition: both('Antal.'),
    unit: { ...both('besök'), one: both('besök') },
    decimals: 1,
    direction: 'increase',
  },
  ...{ cadence: 'irregular', irregularYears: [2018, 2022], reporting: 'period', aggregation: 'sum', lagDays: -100, graceDays: 30 },
  ...{
    min: -0.5,
    max: 1500.25,
    mayRepeat: true,
    officialStatistics: false,
    source: { name: 'SCB', url: 'https://scb.se' },
    owner: 'kultur',
  },
  ...{
    balance: [
      { indicator: 'besok', sign: 1, at: 'previous-period' },
      { indicator: 'nya-besok', sign: 1, at: 'same-period' },
      { indicator: 'borta', sign: -1, at: 'same-period' },
      { indicator: 'borta', sign: -1, at: 'previous-period' },
    ],
    perLocality: ['0884-tuna'],
    contextNote: both('Obs'),
    isExample: true,
  },
  ...{ influence: 'own', kind: 'population', synonyms: { sv: ['gäster', 'turister'], en: [] } },
  ...{ ending: { after: '2026', reason: both('Slut.'), replacedBy: 'nya' }, formula: { kind: 'sum', parts: ['a', 'b'] } },
  breakdown: { kind: 'age', groups: ['0–17 år', '18 år och äldre'], of: 'people', threshold: 5 },
};

describe('the text of a definition', () => {
  for (const language of ['sv', 'en'] as const) {
    it(`says all of it, and is read back as the same (${language})`, () => {
      const { definition, faults } = definitionOf(textOf(WHOLE, language), language, WHOLE);
      expect([definition, faults] as unknown).toEqual([WHOLE, []]);
    });
  }

  it('leaves out what is not said, and nothing that is', () => {
    const { definition } = definitionOf({ ...NEW_DEFINITION, 'name.sv': ' Besök ', 'synonyms.en': 'guests; visitors,' }, 'sv');
    expect(definition).toEqual({
      ...{ name: { sv: 'Besök' }, decimals: 0, direction: 'increase', cadence: 'year', reporting: 'period', aggregation: 'last' },
      ...{ lagDays: 30, graceDays: 30, mayRepeat: false, officialStatistics: false, perLocality: [], irregularYears: [], balance: [] },
      synonyms: { sv: [], en: ['guests', 'visitors'] },
    });
  });

  it('tells which numbers are none', () => {
    expect(definitionOf({ ...NEW_DEFINITION, decimals: 'två', max: '12 x', irregularYears: '2018, igår' }, 'sv').faults).toEqual([
      'decimals',
      'irregularYears',
      'max',
    ]);
  });

  it('differs where two have written otherwise, spaces apart', () => {
    expect(differingPlaces({ 'name.sv': 'Besök', owner: 'kultur' }, { 'name.sv': ' Besök', max: '3' })).toEqual(['max', 'owner']);
  });
});

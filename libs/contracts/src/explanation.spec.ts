import { parsePeriod, type Assessed } from '@slusen/domain';
import { changedAt, faultsOf, specContract } from './contract.fixtures.js';
import { assessedPopulation, DECIDED, explained, observed, question } from './examples.fixtures.js';
import { assessed, explanation } from './explanation.js';

const BREAKS = [{ firstPeriod: parsePeriod('2025'), reason: { sv: 'Ny metod', en: 'New method' } }];

describe('a status with its explanation and its sentences', () => {
  const OUTCOME = 'explanation.outcome';
  specContract(assessed, assessedPopulation(), {
    unknown: 'stripped',
    optional: [
      'explanation.formula',
      'explanation.isOld',
      'explanation.outcome',
      'explanation.reporting',
      'explanation.shortfall',
      'explanation.target',
      'explanation.target.expected',
      'explanation.tolerance',
      'explanation.unit.en',
      'explanation.unit.one',
      'explanation.unit.one.en',
      'explanation.yearBefore',
      `${OUTCOME}.approvedBy`,
      `${OUTCOME}.approvedBy.en`,
      'explanation.flips.*.to',
      ...['sv', 'en'].flatMap((language) =>
        ['expected', 'outcome', 'target', 'tolerance'].map((number) => `numbers.${language}.${number}`),
      ),
      'sentences.en.flip',
      'sentences.en.formula',
      'sentences.sv.flip',
      'sentences.sv.formula',
    ],
  });
});

describe('an explanation', () => {
  const made: [what: string, changes: Partial<Assessed>][] = [
    ['on track', { observations: [observed('2025', { value: 15800 })] }],
    ['at risk', { observations: [observed('2025', { value: 15440 })] }],
    ['with a margin of error', { observations: [observed('2025', { value: 15440 }, { margin: 30, quality: 'estimated' })] }],
    ['of a missing value', { observations: [observed('2024', { value: 15384 }), observed('2025', { missing: 'confidential' })] }],
    ['without a target', { target: undefined }],
    ['without a value', { observations: [] }],
    ['told locality by locality', { observations: [], perLocality: ['0884-tuna'] }],
    ['left unmeasured on purpose', { deliberatelyNotMeasured: true }],
    ['across a break', { rules: { ...question().rules, breaks: BREAKS } }],
    ['within an interval', { target: { ...DECIDED, kind: 'band', baselinePeriod: parsePeriod('2024'), finalPeriod: parsePeriod('2030'), low: 15000, high: 16000 } }],
  ]; // prettier-ignore
  for (const [what, changes] of made) {
    it(`${what} loses nothing on its way`, () => expect(explanation.parse(explained(changes)) as unknown).toEqual(explained(changes)));
  }

  const refused: [what: string, place: string[], thing: unknown, fault: string][] = [
    ['a status of another scale', ['status'], 'green', 'status: invalid_value'],
    ['a reason that is none of the rules', ['reason'], 'forgotten', 'reason: invalid_value'],
    ['a period that is none', ['outcome', 'period'], '2025-Q5', 'outcome.period: period.unknown'],
    ['a moment without an offset', ['outcome', 'recordedAt'], '2026-02-20T08:00', 'outcome.recordedAt: invalid_format'],
    ['a day that is none', ['today'], '2026-02-30', 'today: invalid_format'],
    ['a target of no known kind', ['target', 'kind'], 'wish', 'target.kind: invalid_union'],
    ['a flip to what is no status', ['flips', '0', 'status'], 'not-assessable', 'flips.0.status: invalid_value'],
    ['half a decimal', ['decimals'], 0.5, 'decimals: invalid_type'],
  ];
  for (const [what, place, thing, fault] of refused) {
    it(`is refused with ${what}`, () => expect(faultsOf(explanation, changedAt(explained(), place, thing))).toEqual([fault]));
  }
});

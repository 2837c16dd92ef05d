import { parsePeriod, periodCode } from '../time/period-code.js';
import { counts, type CountingRules } from '../value/counting.js';
import { type Observation } from '../value/observation.js';
import { NBSP } from '../value/number-text.js';
import { type Measured } from '../value/value.js';
import { derivedSeries, type Derivation } from './derived-series.js';
import { type FormulaKind } from './formula.js';

const YEARLY: CountingRules = { cadence: 'year', lagDays: 50, irregularYears: [] };
const OWN: Derivation = { kind: 'sum', source: 'Egen beräkning', isExample: false };

type Said = Partial<Omit<Observation, 'period' | 'value' | 'missing'>> & { readonly says: Measured };

/** A figure of 2025 that counts. */
function figure({ says, ...more }: Said, period = '2025'): Observation {
  const beside = { revision: 1, quality: 'final', provenance: 'exact', source: 'SCB', recordedAt: '2026-02-20T08:00:00.000Z' } as const;
  return { ...beside, ...more, ...says, period: parsePeriod(period) };
}

const only = (derivation: Partial<Derivation>, ...parts: readonly Said[]): Observation | undefined =>
  derivedSeries(
    { ...OWN, ...derivation },
    parts.map((part) => ({ rules: YEARLY, observations: [figure(part)] })),
  )[0];

describe('a derived figure', () => {
  const sums: [kind: FormulaKind, parts: number[], value: number | undefined, how: string][] = [
    ['sum', [0.1, 0.2], 0.3, '0,1 + 0,2'],
    ['sum', [140, 636, -1], 775, '140 + 636 + −1'],
    ['difference', [140, 166], -26, '140 − 166'],
    ['difference', [776, 166, 688], -78, '776 − 166 − 688'],
    ['share', [1, 3], 33.333333, '1 / 3 × 100'],
    ['share', [0, 3], 0, '0 / 3 × 100'],
    ['share', [2, -4], -50, '2 / −4 × 100'],
    ['share', [1, 0], undefined, '1 / 0 × 100'],
    ['per-thousand', [30.65, 15_327], 1.999739, `30,65 / 15${NBSP}327 × 1${NBSP}000`],
    ['per-thousand', [5, 0], undefined, `5 / 0 × 1${NBSP}000`],
    ['sum', [9e14, 9e14], undefined, `900${NBSP}000${NBSP}000${NBSP}000${NBSP}000 + 900${NBSP}000${NBSP}000${NBSP}000${NBSP}000`],
  ];
  for (const [kind, parts, value, how] of sums) {
    it(`is ${value ?? 'not applicable'} as ${kind} of ${parts.join(' and ')}, and says how`, () => {
      const made = only({ kind }, ...parts.map((part) => ({ says: { value: part } })));
      expect([made?.value, made?.missing, made?.provenanceNote]).toEqual([value, value === undefined ? 'not-applicable' : undefined, how]);
    });
  }

  const missing: [parts: Measured[], kind: Observation['missing'], how: string][] = [
    [[{ value: 1 }, { missing: 'confidential' }], 'confidential', '1 + sekretess'],
    [[{ missing: 'not-yet-published' }, { missing: 'confidential' }], 'confidential', 'inte publicerat än + sekretess'],
    [[{ missing: 'not-measured' }, { value: 0 }], 'not-measured', 'inte mätt + 0'],
  ];
  for (const [parts, kind, how] of missing) {
    it(`is never made of a part that is missing (${how})`, () => {
      const made = only({}, ...parts.map((says) => ({ says })));
      expect([made?.value, made?.missing, made?.provenanceNote]).toEqual([undefined, kind, how]);
    });
  }

  it('is as sure as the worst of its parts, derived, of its own source, and is revised with each of them', () => {
    const made = only(
      {},
      { says: { value: 1 }, quality: 'estimated', revision: 3 },
      { says: { value: 2 }, quality: 'preliminary', revision: 2, margin: 1 },
    );
    expect(made).toEqual({
      ...{ period: parsePeriod('2025'), value: 3, revision: 4, quality: 'estimated', provenance: 'derived', provenanceNote: '1 + 2' },
      ...{ source: 'Egen beräkning', recordedAt: '2026-02-20T08:00:00.000Z' },
    });
  });

  for (const [what, derivation, provenance] of [
    ['a part that is invented', {}, 'example'],
    ['an invented indicator', { isExample: true }, 'exact'],
  ] as const) {
    it(`is called an example where it is of ${what}`, () => {
      expect(only(derivation, { says: { value: 1 }, provenance }, { says: { value: 2 } })?.provenance).toBe('example');
    });
  }

  const moments: [what: string, recorded: [string, string], isFinalEarly: boolean, expected: string, doesCount: boolean][] = [
    ['came with its last part', ['2026-02-20', '2026-03-01'], false, '2026-03-01', true],
    ['does not count while a part does not', ['2025-11-27', '2026-03-01'], false, '2025-11-27', false],
    ['counts where its part was final early', ['2025-11-27', '2026-03-01'], true, '2026-03-01', true],
  ];
  for (const [what, recorded, isFinalEarly, expected, doesCount] of moments) {
    it(what, () => {
      const [first, second] = recorded.map((day) => `${day}T08:00:00.000Z`);
      const early = isFinalEarly ? { finalEarly: true } : {};
      const made = only({}, { says: { value: 1 }, recordedAt: first!, ...early }, { says: { value: 2 }, recordedAt: second! });
      expect([made?.recordedAt.slice(0, 10), counts(made!, YEARLY)]).toEqual([expected, doesCount]);
    });
  }

  it('is there for the periods that every part has, in order', () => {
    const part = (...periods: string[]) => ({
      rules: YEARLY,
      observations: periods.map((period) => figure({ says: { value: 1 } }, period)),
    });
    const made = derivedSeries(OWN, [part('2025', '2023', '2024'), part('2022', '2023', '2025')]);
    expect(made.map(({ period }) => periodCode(period))).toEqual(['2023', '2025']);
    expect(derivedSeries(OWN, [])).toEqual([]);
  });
});

import { DEFINITION_WORDING } from '../indicator/definition-wording.js';
import { type DefinitionContent } from '../indicator/definition-content.js';
import { GOAL_WORDING, ROLE_WORDING } from '../strategy/strategy-wording.js';
import { type GoalNames, type RoleContent } from '../strategy/strategy-content.js';
import { type Measuring, type TargetContent } from '../target/target-content.js';
import { TARGET_WORDING } from '../target/target-wording.js';
import { NBSP } from '../value/number-text.js';
import { changeLines } from './change.js';
import { differencesOf, type Difference } from './difference.js';

const BIRTHS: DefinitionContent = {
  name: { sv: 'Födda', en: 'Births' },
  definition: { sv: 'Antal födda.' },
  unit: { sv: 'barn' },
  decimals: 0,
  direction: 'none',
  cadence: 'year',
  reporting: 'period',
  aggregation: 'none',
  lagDays: 20,
  graceDays: 30,
  mayRepeat: true,
  officialStatistics: true,
  source: { name: 'SCB' },
  irregularYears: [],
  balance: [],
  perLocality: [],
  isExample: false,
};
const GOAL: GoalNames = { slug: 'fler', name: { sv: 'Fler bor här' }, description: { sv: 'Fler.' }, isExample: false, position: 0 };
const ROLE: RoleContent = { actor: 'kommunstyrelsen', role: 'leads' };
const TARGET: TargetContent = {
  indicator: 'folkmangd',
  kind: 'point',
  measure: 'value',
  path: 'linear',
  baseline: { period: '2025', value: 15327 },
  milestones: [],
  final: { period: '2030-Q4', value: 15800 },
  tolerance: 0.5,
  decision: 'KF § 112',
  isExample: false,
};
const names: Readonly<Record<string, string>> = { gatukontoret: 'Gatukontoret', folkmangd: 'Folkmängd' };
const nameOf = (slug: string): string => names[slug] ?? slug;
const lines = (differences: Difference[]): string[] => changeLines({ kind: 'indicator', subject: 'X', need: 'reason', differences });

describe('what differs', () => {
  const definitions: [changes: Partial<DefinitionContent>, line: string][] = [
    [{ lagDays: 50 }, 'dagar till publicering 20 → 50'],
    [{ direction: 'decrease' }, 'riktning ingen → ska minska'],
    [{ cadence: 'irregular', irregularYears: [2018, 2022] }, 'mätfrekvens varje år → vissa år; X: år som mäts – → 2018, 2022'],
    [{ decimals: 1 }, 'decimaler 0 → 1'],
    [{ max: 1500.5 }, `högsta rimliga värde – → 1${NBSP}500,5`],
    [{ owner: 'gatukontoret' }, 'ansvarig – → Gatukontoret'],
    [{ balance: [{ indicator: 'folkmangd', sign: -1, at: 'previous-period' }] }, 'ska stämma med – → − Folkmängd perioden före'],
    [{ name: { sv: 'Födda', en: 'Live births' } }, 'namn på engelska Births → Live births'],
    [{ officialStatistics: false }, 'officiell statistik ja → nej'],
  ];
  for (const [changes, line] of definitions) {
    it(`in a definition is told as "${line}"`, () => {
      expect(lines(differencesOf(DEFINITION_WORDING, [BIRTHS, { ...BIRTHS, ...changes }], nameOf)).join('; ')).toBe(`X: ${line}`);
    });
  }

  const targets: [before: Measuring, after: Measuring, line: string][] = [
    [TARGET, { ...TARGET, final: { period: '2031-Q4', value: 16000 } }, `slutvärde 15${NBSP}800 (kv 4 2030) → 16${NBSP}000 (kv 4 2031)`],
    [TARGET, { ...TARGET, tolerance: 0.25 }, 'tolerans 0,5 → 0,25'],
    [TARGET, { ...TARGET, path: 'step' }, 'målbana rak → i steg'],
    [{ indicator: 'folkmangd', kind: 'none' }, { indicator: 'folkmangd', kind: 'withdrawn' }, 'mäts utan målvärde → inte längre'],
  ];
  for (const [before, after, line] of targets) {
    it(`in a target is told as "${line}"`, () => {
      expect(lines(differencesOf(TARGET_WORDING, [before, after]))).toEqual([`X: ${line}`]);
    });
  }

  it('in a goal is its words and its place', () => {
    const after = { ...GOAL, name: { sv: 'Fler bor kvar' }, position: 2 };
    expect(lines(differencesOf(GOAL_WORDING, [GOAL, after]))).toEqual([
      'X: namn Fler bor här → Fler bor kvar',
      'X: plats i ordningen 1 → 3',
    ]);
  });

  it('from nothing is all that is said, and to nothing all that was', () => {
    expect(lines(differencesOf(ROLE_WORDING, [undefined, ROLE]))).toEqual(['X: roll – → leder']);
    expect(lines(differencesOf(ROLE_WORDING, [ROLE, undefined]))).toEqual(['X: roll leder → –']);
  });

  it('is nothing where the same is said', () => {
    expect(differencesOf(DEFINITION_WORDING, [BIRTHS, structuredClone(BIRTHS)])).toEqual([]);
  });
});

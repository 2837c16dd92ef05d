import { readFileSync } from 'node:fs';
import { strategyFile } from './strategy-file.js';

type Json = Record<string, unknown>;
interface Documented {
  territories: Json[];
  actors: Json[];
  version: Json;
  areas: (Json & { goals: (Json & { roles: Json[]; targets: Json[] })[] })[];
  indicators: Json[];
}

/** The example of docs/strategy-file.md, read anew for each spec to change. */
const documentation = readFileSync('docs/strategy-file.md', 'utf8');
const aStrategyFile = () => JSON.parse(/```json\n([^]*?)```/.exec(documentation)?.[1] ?? '') as Documented;

const both = (text: string) => ({ sv: text, en: text });
const goalOf = (file: Documented) => file.areas[0]?.goals[0] ?? { roles: [], targets: [] };
const change = (object: Json | undefined, changes: Json) => Object.assign(object ?? {}, changes);

/** What is wrong with a file, as `path: code`. */
function faultsOf(breakIt: (file: Documented) => void): string[] {
  const file = aStrategyFile();
  breakIt(file);
  return (strategyFile.safeParse(file).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

const TARGET = 'areas.0.goals.0.targets.0';
const LEADS = { actor: 'kommunstyrelsen', role: 'leads' };
const anArea = (file: Documented) => file.areas[0] ?? { goals: [] };

const cases: [what: string, breakIt: (file: Documented) => void, fault: string][] = [
  ['two territories of one code', (f) => change(f.territories[1], { code: '0884' }), 'territories.1.code: name.repeated'],
  ['no municipality of its own', (f) => change(f.territories[0], { kind: 'comparison' }), 'territories: territory.one-municipality'],
  ['a locality in no municipality', (f) => delete f.territories[1]?.['parent'], 'territories.1.parent: territory.parent-missing'],
  ['an unknown parent', (f) => change(f.actors[1], { parent: 'ingen' }), 'actors.1.parent: reference.unknown'],
  ['parents in a circle', (f) => change(f.actors[0], { parent: 'gatukontoret' }), 'actors.0.parent: parent.circle'],
  ['no word of when it was decided', (f) => delete f.version['decidedOn'], 'version.decidedOn: version.decided-missing'],
  ['an end before the beginning', (f) => change(f.version, { validTo: '2025-12-31' }), 'version.validTo: version.ends-before-it-begins'],
  ['a goal in two areas', (f) => f.areas.push({ ...anArea(f), slug: 'mer' }), 'areas.1.goals.0.slug: name.repeated'],
];

const goalCases: [what: string, changes: Json, fault: string][] = [
  ['an unknown actor', { roles: [{ actor: 'ingen', role: 'leads' }] }, 'roles.0.actor: reference.unknown'],
  ['the same role twice', { roles: [LEADS, LEADS] }, 'roles.1: name.repeated'],
  [
    'measures though it is not to be measured',
    { deliberatelyNotMeasured: both('Nej') },
    'deliberatelyNotMeasured: goal.measured-though-not',
  ],
  ['an indicator with and without target', { indicatorsWithoutTarget: ['folkmangd'] }, 'indicatorsWithoutTarget.0: goal.has-target-for-it'],
  ['an unknown indicator', { indicatorsWithoutTarget: ['ingen'] }, 'indicatorsWithoutTarget.0: reference.unknown'],
];

const targetCases: [what: string, changes: Json, fault: string][] = [
  ['for an unknown indicator', { indicator: 'ingen' }, 'indicator: reference.unknown'],
  ['with a period of another cadence', { final: { period: '2030-Q4', value: 1 } }, 'final.period: period.wrong-cadence'],
  ['with periods out of order', { milestones: [{ period: '2030', value: 1 }] }, 'final.period: target.periods-not-in-order'],
  ['with too many decimals', { final: { period: '2030', value: 0.5 } }, 'final.value: target.too-many-decimals'],
  ['with a negative tolerance', { tolerance: -1 }, 'tolerance: tolerance.negative'],
];

const indicatorCases: [what: string, changes: Json, fault: string][] = [
  ['the slug of another', { slug: 'besok' }, 'indicators.1.slug: name.repeated'],
  ['an unknown owner', { owner: 'ingen' }, 'indicators.0.owner: reference.unknown'],
  ['the municipality among its localities', { perLocality: ['0884'] }, 'indicators.0.perLocality.0: reference.unknown'],
  ['listed years though it is yearly', { irregularYears: [2018] }, 'indicators.0.irregularYears: indicator.years-only-when-irregular'],
  [
    'listed years out of order',
    { cadence: 'irregular', irregularYears: [2018, 2014] },
    'indicators.0.irregularYears.1: indicator.years-not-in-order',
  ],
  ['yearly figures that accumulate', { reporting: 'year-to-date' }, 'indicators.0.reporting: indicator.year-to-date-within-a-year-only'],
  ['a least value above the largest', { min: 2, max: 1 }, 'indicators.0.max: indicator.min-above-max'],
  [
    'a break of another cadence',
    { breaks: [{ firstPeriod: '2024-Q1', reason: both('Ny') }] },
    'indicators.0.breaks.0.firstPeriod: period.wrong-cadence',
  ],
  ['a balance of an unknown part', { balance: [{ indicator: 'ingen', sign: 1 }] }, 'indicators.0.balance.0.indicator: reference.unknown'],
  ['a balance of other periods', { balance: [{ indicator: 'besok', sign: 1 }] }, 'indicators.0.balance.0.indicator: balance.other-cadence'],
  [
    'a balance of the value itself',
    { balance: [{ indicator: 'folkmangd', sign: 1 }] },
    'indicators.0.balance.0.indicator: balance.of-itself',
  ],
  ['a point target though no way is better', { direction: 'none' }, `${TARGET}.kind: target.no-direction`],
  ['a target above what can be', { max: 15500 }, `${TARGET}.final.value: target.outside-limits`],
];

describe('a strategy file whose parts do not fit together', () => {
  for (const [what, breakIt, fault] of cases) {
    it(`is refused for ${what}`, () => expect(faultsOf(breakIt)).toContain(fault));
  }
  for (const [what, changes, fault] of goalCases) {
    it(`is refused for a goal: ${what}`, () => {
      expect(faultsOf((file) => change(goalOf(file), changes))).toContain(`areas.0.goals.0.${fault}`);
    });
  }
  for (const [what, changes, fault] of targetCases) {
    it(`is refused for a target ${what}`, () => {
      expect(faultsOf((file) => change(goalOf(file).targets[0], changes))).toContain(`${TARGET}.${fault}`);
    });
  }
  for (const [what, changes, fault] of indicatorCases) {
    it(`is refused for an indicator with ${what}`, () => {
      expect(faultsOf((file) => change(file.indicators[0], changes))).toContain(fault);
    });
  }

  it('is refused for two targets of one goal on one indicator', () => {
    const faults = faultsOf((file) => goalOf(file).targets.push({ ...goalOf(file).targets[0] }));
    expect(faults).toEqual(['areas.0.goals.0.targets.1.indicator: name.repeated']);
  });

  it('is refused for twelve months of what does not add up', () => {
    const faults = faultsOf((file) => {
      change(file.indicators[0], { aggregation: 'none' });
      change(goalOf(file).targets[0], { measure: 'rolling-12-months' });
    });
    expect(faults).toEqual([`${TARGET}.measure: target.cannot-roll`]);
  });
});

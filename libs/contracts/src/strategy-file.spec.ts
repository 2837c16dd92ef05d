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

const goalOf = (file: Documented) => file.areas[0]?.goals[0] ?? { roles: [], targets: [] };
const change = (object: Json | undefined, changes: Json) => Object.assign(object ?? {}, changes);

/** What is wrong with a file, as `path: code`. */
function faultsOf(breakIt: (file: Documented) => void): string[] {
  const file = aStrategyFile();
  breakIt(file);
  return (strategyFile.safeParse(file).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

const TARGET = 'areas.0.goals.0.targets.0';

describe('strategyFile', () => {
  it('takes the documented example and fills in what it leaves out', () => {
    const file = strategyFile.parse(aStrategyFile());
    expect(file.indicators[0]).toEqual(
      jasmine.objectContaining({ reporting: 'period', mayRepeat: false, breaks: [], balance: [], isExample: false }),
    );
    expect(file.areas[0]?.goals[0]?.targets[0]).toEqual(jasmine.objectContaining({ path: 'linear', measure: 'value', isExample: false }));
  });

  it('lets an indicator balance against itself in the period before', () => {
    const balance = [{ indicator: 'folkmangd', sign: 1, at: 'previous-period' }];
    expect(faultsOf((file) => change(file.indicators[0], { balance }))).toEqual([]);
  });

  it('takes a band for an indicator without direction, but not an empty one', () => {
    const band = { indicator: 'folkmangd', kind: 'band', baselinePeriod: '2025', finalPeriod: '2030', low: 1 };
    const faults = (high: number) =>
      faultsOf((file) => {
        change(file.indicators[0], { direction: 'none' });
        goalOf(file).targets.splice(0, 1, { ...band, high, tolerance: 0, decision: 'KF § 1' });
      });
    expect(faults(2)).toEqual([]);
    expect(faults(1)).toEqual([`${TARGET}.high: target.band-empty`]);
  });

  it('takes a sum of twelve months that no single period could reach', () => {
    const faults = faultsOf((file) => {
      const [baseline, final] = ['2025-Q4', '2030-Q4'].map((period) => ({ period, value: 40_000 }));
      change(goalOf(file), { indicatorsWithoutTarget: [] });
      change(goalOf(file).targets[0], {
        indicator: 'besok',
        measure: 'rolling-12-months',
        baseline,
        milestones: [],
        final,
      });
    });
    expect(faults).toEqual([]);
  });

  it('names the offending text', () => {
    const file = aStrategyFile();
    change(file.indicators[0], { owner: 'trafiknamnden' });
    const issue = strategyFile.safeParse(file).error?.issues[0];
    expect(issue).toEqual(jasmine.objectContaining({ params: { text: 'trafiknamnden' } }));
  });

  it('refuses an unknown field, a missing Swedish name and a malformed period, and goes no further', () => {
    const faults = faultsOf((file) => {
      Object.assign(file, { extra: true });
      change(file.indicators[0], { name: { en: 'Population' }, owner: 'ingen' });
      change(goalOf(file).targets[0], { final: { period: '2030-K5', value: 1 } });
    });
    expect(faults.join('\n')).toMatch(/indicators\.0\.name\.sv/);
    expect(faults.join('\n')).toMatch(/final\.period: period\.unknown/);
    expect(faults.join('\n')).toMatch(/extra/);
    expect(faults.join('\n')).not.toMatch(/reference\.unknown/);
  });

  for (const odd of [null, [], 'text', 42, {}, { format: 2 }]) {
    it(`refuses ${JSON.stringify(odd)} without falling over`, () => expect(strategyFile.safeParse(odd).success).toBeFalse());
  }
});

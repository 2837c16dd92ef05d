import { faultsOf, specContract } from './contract.fixtures.js';
import { definitionInForce, definitionRevision, targetDecision, targetInForce } from './decisions.js';

const both = (text: string) => ({ sv: text, en: text });
const DEFINITION = {
  name: both('Folkmängd'),
  definition: both('Antal folkbokförda.'),
  unit: { ...both('invånare'), one: both('invånare') },
  decimals: 0,
  direction: 'increase',
  cadence: 'year',
  reporting: 'period',
  aggregation: 'last',
  lagDays: 55,
  graceDays: 30,
  min: 0,
  max: 30000,
  mayRepeat: false,
  officialStatistics: true,
  source: { name: 'SCB', url: 'https://www.scb.se' },
  owner: 'kommunstyrelsen',
  irregularYears: [],
  balance: [{ indicator: 'fodda', sign: 1, at: 'same-period' }],
  perLocality: ['0884-tuna'],
  contextNote: both('Räknas den 31 december.'),
  isExample: false,
};
const DEFAULTED = ['balance', 'balance.*.at', 'irregularYears', 'isExample', 'mayRepeat', 'officialStatistics', 'perLocality', 'reporting'];
const LEFT_OUT = [...DEFAULTED, 'contextNote', 'max', 'min', 'owner', 'source.url', 'unit.one'];
const POINT = {
  kind: 'point',
  measure: 'value',
  path: 'linear',
  baseline: { period: '2025', value: 15327 },
  milestones: [{ period: '2027', value: 15500 }],
  final: { period: '2030', value: 15800 },
  tolerance: 50,
  decision: 'KF § 112',
  isExample: false,
};
const BAND = {
  kind: 'band',
  measure: 'value',
  baselinePeriod: '2025',
  finalPeriod: '2030',
  low: 2,
  high: 2.5,
  tolerance: 0,
  decision: 'KF § 1',
  isExample: false,
};

describe('a definition revised', () => {
  const REVISION = { definition: DEFINITION, reason: 'SCB publicerar tidigare.', decision: 'KS § 4' };
  it('is taken as it is, with its defaults filled in', () => {
    expect(definitionRevision.parse(REVISION) as unknown).toEqual(REVISION);
    const { mayRepeat: _one, balance: _two, reporting: _three, ...short } = DEFINITION;
    const filled = definitionRevision.parse({ definition: short, reason: ' Kortare. ' });
    expect(filled.reason).toBe('Kortare.');
    expect([filled.definition.mayRepeat, filled.definition.balance, filled.definition.reporting] as unknown[]).toEqual([
      false,
      [],
      'period',
    ]);
  });

  const cases: [what: string, revision: object, faults: string[]][] = [
    ['no reason', { reason: undefined }, ['reason: invalid_type']],
    ['a reason that says nothing', { reason: ' ' }, ['reason: too_small']],
    ['a reason of 1,000 characters', { reason: 'å'.repeat(1000) }, []],
    ['a longer reason', { reason: 'å'.repeat(1001) }, ['reason: too_big']],
    ['no decision', { decision: undefined }, []],
    ['a decision of more than 300 characters', { decision: '§'.repeat(301) }, ['decision: too_big']],
    ['a field that is not known', { by: 'eva' }, [': unrecognized_keys']],
    ['an unknown field within', { definition: { ...DEFINITION, colour: 'red' } }, ['definition: unrecognized_keys']],
    ['a name in Swedish only', { definition: { ...DEFINITION, name: { sv: 'Folkmängd' } } }, []],
    ['a name in English only', { definition: { ...DEFINITION, name: { en: 'Population' } } }, ['definition.name.sv: invalid_type']],
    ['a slug, which never changes', { definition: { ...DEFINITION, slug: 'folkmangd' } }, ['definition: unrecognized_keys']],
    ['seven decimals', { definition: { ...DEFINITION, decimals: 7 } }, ['definition.decimals: too_big']],
    ['a sign that is none', { definition: { ...DEFINITION, balance: [{ indicator: 'fodda', sign: 2 }] } }, ['definition.balance.0.sign: invalid_value']],
    ['a source on no web address', { definition: { ...DEFINITION, source: { name: 'SCB', url: 'ftp://scb.se' } } }, ['definition.source.url: invalid_format']],
  ]; // prettier-ignore
  for (const [what, changes, faults] of cases) {
    it(`with ${what} is ${faults.length ? 'refused' : 'taken'}`, () =>
      expect(faultsOf(definitionRevision, { ...REVISION, ...changes })).toEqual(faults));
  }
});

describe('the definition in force', () => {
  const IN_FORCE = { indicator: 'folkmangd', revision: 3, definition: DEFINITION };
  it('is given as it is, and may have no English yet', () => {
    expect(definitionInForce.parse(IN_FORCE) as unknown).toEqual(IN_FORCE);
    const swedish = { ...DEFINITION, name: { sv: 'Folkmängd' }, definition: { sv: 'Antal.' }, unit: { sv: 'invånare' } };
    expect(faultsOf(definitionInForce, { ...IN_FORCE, definition: swedish })).toEqual([]);
  });

  it('leaves out nothing but what may be left out when it is written', () => {
    const required = Object.keys(DEFINITION).filter((field) => !LEFT_OUT.includes(field));
    for (const field of required)
      expect(faultsOf(definitionInForce, { ...IN_FORCE, definition: { ...DEFINITION, [field]: undefined } }).length)
        .withContext(field)
        .toBeGreaterThan(0);
  });
});

describe('a target decided', () => {
  const DECIDED = { measuring: POINT, reason: 'Ny prognos', decision: 'KF 2027-03-22 § 12' };
  specContract(targetDecision, DECIDED, {
    unknown: 'refused',
    optional: ['isExample', 'measure', 'milestones', 'path'].map((field) => `measuring.${field}`),
  });

  const measurings: [what: string, measuring: object, faults: string[]][] = [
    ['an interval', BAND, []],
    ['no target', { kind: 'none' }, []],
    ['a target withdrawn', { kind: 'withdrawn' }, []],
    ['a withdrawn target with a value', { kind: 'withdrawn', final: POINT.final }, ['measuring: unrecognized_keys']],
    ['a target of another kind', { kind: 'wish' }, ['measuring.kind: invalid_union']],
    ['an indicator, which its address names already', { ...POINT, indicator: 'folkmangd' }, ['measuring: unrecognized_keys']],
    ['a tolerance below zero', { ...POINT, tolerance: -0.5 }, ['measuring.tolerance: tolerance.negative']],
    ['a value too precise to be stored', { ...POINT, final: { period: '2030', value: 0.1234567 } }, ['measuring.final.value: value.too-precise']],
    ['a period as files write it', { ...POINT, final: { period: '2030K4', value: 1 } }, ['measuring.final.period: period.unknown']],
    ['fifty milestones', { ...POINT, milestones: new Array(50).fill(POINT.final) }, []],
    ['more milestones', { ...POINT, milestones: new Array(51).fill(POINT.final) }, ['measuring.milestones: too_big']],
  ]; // prettier-ignore
  for (const [what, measuring, faults] of measurings) {
    it(`with ${what} is ${faults.length ? 'refused' : 'taken'}`, () =>
      expect(faultsOf(targetDecision, { ...DECIDED, measuring })).toEqual(faults));
  }

  it('names its decision, unlike a definition', () => {
    expect(faultsOf(targetDecision, { ...DECIDED, decision: undefined })).toEqual(['decision: invalid_type']);
  });
});

describe('the target in force', () => {
  const IN_FORCE = { goal: 'fler-bor-har', indicator: 'folkmangd', revision: 0 };
  it('may be none that was ever decided', () => expect(targetInForce.parse(IN_FORCE) as unknown).toEqual(IN_FORCE));
  it('is given as it was decided', () => {
    const decided = { ...IN_FORCE, revision: 2, measuring: BAND };
    expect(targetInForce.parse(decided) as unknown).toEqual(decided);
  });
});

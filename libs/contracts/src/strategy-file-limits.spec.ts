import { readFileSync } from 'node:fs';
import { readStrategyFile } from './strategy-file-reading.js';

type Json = Record<string, unknown>;

/** The example of docs/strategy-file.md, whose limits these are. */
const documentation = readFileSync('docs/strategy-file.md', 'utf8');
const example = /```json\n([^]*?)```/.exec(documentation)?.[1] ?? '';

/** The codes of what is wrong with the form of the example once this is put at this place; references are another spec's. */
function codesAt(place: string, content: unknown): string[] {
  const file = JSON.parse(example) as Json;
  const keys = place.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce((object, key) => (object[key] ??= {}) as Json, file);
  parent[last] = content;
  const problems = readStrategyFile(file).problems ?? [];
  return problems.filter(({ path }) => path.join('.').startsWith(place)).map(({ code }) => code);
}
const isLimit = (code: string): boolean => /^(text|list)\.too-long$|^number\.outside-limits$/.test(code);
const limitsAt = (place: string, content: unknown): string[] => codesAt(place, content).filter(isLimit);

const INDICATOR = 'indicators.0';
const GOAL = 'areas.0.goals.0';
const texts: [place: string, most: number][] = [
  ['territories.0.name.sv', 200],
  ['actors.0.name.en', 200],
  ['actors.0.contact', 200],
  ['strategy.name.sv', 200],
  ['strategy.purpose.sv', 2000],
  ['version.body.sv', 200],
  ['version.paragraph', 40],
  ['version.dnr', 60],
  ['areas.0.name.en', 200],
  ['areas.0.shortName.sv', 40],
  ['areas.0.description.sv', 2000],
  [`${GOAL}.name.sv`, 200],
  [`${GOAL}.description.en`, 2000],
  [`${GOAL}.targets.0.decision`, 300],
  [`${INDICATOR}.name.sv`, 200],
  [`${INDICATOR}.definition.sv`, 2000],
  [`${INDICATOR}.unit.sv`, 60],
  [`${INDICATOR}.unit.one.en`, 60],
  [`${INDICATOR}.source.name`, 300],
];
const lists: [place: string, most: number, item: unknown][] = [
  ['territories', 1000, JSON.parse('{"code":"0884","kind":"municipality","name":{"sv":"Vimmerby"}}')],
  ['actors', 1000, { slug: 'ks', kind: 'committee', name: { sv: 'KS' } }],
  [`${GOAL}.roles`, 100, { actor: 'kommunstyrelsen', role: 'leads' }],
  [`${GOAL}.indicatorsWithoutTarget`, 50, 'besok'],
  [`${GOAL}.targets.0.milestones`, 50, { period: '2027', value: 15500 }],
  [`${INDICATOR}.breaks`, 50, { firstPeriod: '2020', reason: { sv: 'Ny', en: 'New' } }],
  [`${INDICATOR}.balance`, 20, { indicator: 'besok', sign: 1 }],
  [`${INDICATOR}.irregularYears`, 200, 2018],
  [`${INDICATOR}.perLocality`, 200, '0884-tuna'],
];
const numbers: [place: string, least: number, most: number][] = [
  ['version.number', 1, 1000],
  [`${INDICATOR}.decimals`, 0, 6],
  [`${INDICATOR}.lagDays`, -730, 3660],
  [`${INDICATOR}.graceDays`, 0, 3660],
];

describe('the documented limits of a strategy file', () => {
  for (const [place, most] of texts) {
    it(`are ${most} characters at ${place}, whatever blank space stands around them`, () => {
      expect(limitsAt(place, ` ${'å'.repeat(most)} `)).toEqual([]);
      expect(limitsAt(place, 'å'.repeat(most + 1))).toEqual(['text.too-long']);
    });
  }

  for (const [place, most, item] of lists) {
    it(`are ${most} at ${place}`, () => {
      expect(limitsAt(place, new Array(most).fill(item))).toEqual([]);
      expect(limitsAt(place, new Array(most + 1).fill(item))).toEqual(['list.too-long']);
    });
  }

  for (const [place, least, most] of numbers) {
    it(`are ${least} to ${most} at ${place}`, () => {
      const found = [least - 1, least, most, most + 1].map((number) => limitsAt(place, number));
      expect(found).toEqual([['number.outside-limits'], [], [], ['number.outside-limits']]);
    });
  }

  it('are the years 1000 to 9999 for what is measured in some of them', () => {
    const found = [999, 1000, 9999, 10_000].map((year) => limitsAt(`${INDICATOR}.irregularYears`, [year]));
    expect(found).toEqual([['number.outside-limits'], [], [], ['number.outside-limits']]);
  });

  it('are 120 characters for a slug and 20 for the code of a territory', () => {
    expect([limitsAt('actors.0.slug', 'x'.repeat(120)), limitsAt('territories.0.code', 'x'.repeat(20))]).toEqual([[], []]);
    expect(limitsAt('actors.0.slug', 'x'.repeat(121))).toEqual(['text.too-long']);
    expect(limitsAt('territories.0.code', 'x'.repeat(21))).toEqual(['text.too-long']);
  });
});

describe('a strategy file that was read', () => {
  it('says the same when it is written and read again, its defaults filled in', () => {
    const { file } = readStrategyFile(JSON.parse(example));
    expect(file).toBeDefined();
    expect(readStrategyFile(JSON.parse(JSON.stringify(file))).file).toEqual(file);
  });

  it('is the demonstration too', () => {
    const demonstration: unknown = JSON.parse(readFileSync('apps/api/src/demo/vimmerby.strategy.json', 'utf8'));
    const { file, problems } = readStrategyFile(demonstration);
    expect(problems).toBeUndefined();
    expect(readStrategyFile(JSON.parse(JSON.stringify(file))).file).toEqual(file);
  });
});

import { FAULTS } from '@slusen/domain';
import { readFileSync } from 'node:fs';
import { readStrategyFile } from './strategy-file-reading.js';

type Json = Record<string, unknown>;

/** The example of docs/strategy-file.md, read anew for each spec to change. */
const documentation = readFileSync('docs/strategy-file.md', 'utf8');
const example = /```json\n([^]*?)```/.exec(documentation)?.[1] ?? '';

/** What is wrong with the example once this is put at this place, as `path: code "text"`; undefined is a field left out. */
function faultsOf(place: string, content: unknown): string[] {
  const file = JSON.parse(example) as Json;
  const keys = place.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce((object, key) => object[key] as Json, file);
  parent[last] = content;
  const read = readStrategyFile(file);
  return (read.problems ?? []).map(({ path, code, text }) => `${path.join('.')}: ${code} "${text}"`);
}

const INDICATOR = 'indicators.0';
const TARGET = 'areas.0.goals.0.targets.0';
const cases: [what: string, place: string, content: unknown, code: string, text: string][] = [
  ['a date that is none', 'version.validFrom', '2026-02-30', 'date.unknown', '2026-02-30'],
  ['more days than ten years', `${INDICATOR}.lagDays`, 5000, 'number.outside-limits', '5000'],
  ['days below zero', `${INDICATOR}.graceDays`, -1, 'number.outside-limits', '-1'],
  ['half a day', `${INDICATOR}.lagDays`, 1.5, 'type.wrong', '1.5'],
  ['a text in place of a number', `${INDICATOR}.decimals`, 'två', 'type.wrong', 'två'],
  ['an object in place of a list', 'actors', { slug: 'ks' }, 'type.wrong', '{"slug":"ks"}'],
  ['a text that says nothing', 'version.body.sv', '  ', 'text.empty', '  '],
  ['a text that is too long', 'version.paragraph', 'x'.repeat(41), 'text.too-long', 'x'.repeat(41)],
  ['a text with a NUL', 'version.paragraph', 'a\u0000', 'text.not-storable', 'a\u0000'],
  ['a text that turns around', 'version.paragraph', 'a\u202eb', 'text.not-storable', 'a\u202eb'],
  ['a word that is not to choose', `${INDICATOR}.cadence`, 'week', 'value.unknown', 'week'],
  ['another format', 'format', 2, 'value.unknown', '2'],
  ['a target of no known kind', `${TARGET}.kind`, 'line', 'value.unknown', 'line'],
  ['a target without a kind', `${TARGET}.kind`, undefined, 'field.missing', ''],
  ['a missing part', 'strategy', undefined, 'field.missing', ''],
  ['a missing Swedish name', `${INDICATOR}.name.sv`, undefined, 'field.missing', ''],
  ['an unknown field', `${INDICATOR}.colour`, 'blue', 'field.unknown', 'colour'],
  ['no territory', 'territories', [], 'list.too-short', '[]'],
  ['a source on no web address', `${INDICATOR}.source.url`, 'ftp://scb.se', 'url.malformed', 'ftp://scb.se'],
  ['a source that is another site', `${INDICATOR}.source.url`, 'https://scb.se@x.se/', 'link.names-user', 'https://scb.se@x.se/'],
  ['a slug in capitals', 'actors.0.slug', 'KS', 'slug.malformed', 'KS'],
  ['a territory in capitals', 'territories.1.code', 'TUNA', 'territory.malformed', 'TUNA'],
  ['a period that is none', `${TARGET}.final.period`, '2030-K5', 'period.unknown', '2030-K5'],
  ['a figure that is too large', `${TARGET}.final.value`, 1e15, 'value.too-large', '1000000000000000'],
  ['a figure with seven decimals', `${TARGET}.tolerance`, 0.1234567, 'value.too-precise', '0.1234567'],
  ['a number beyond all numbers', `${TARGET}.tolerance`, Infinity, 'type.wrong', 'Infinity'],
  ['a tolerance below zero', `${TARGET}.tolerance`, -1, 'tolerance.negative', '-1'],
  ['an owner that is not in the file', `${INDICATOR}.owner`, 'ingen', 'reference.unknown', 'ingen'],
];

describe('the documentation of the file', () => {
  it('lists every fault with what it means, and no other', () => {
    const listed = [...documentation.matchAll(/^\| `([\w-]+\.[\w-]+)` \| (.+) \|$/gm)].map(([, code, meaning]) => [code, meaning]);
    expect(listed).toEqual(Object.entries(FAULTS));
  });
});

describe('readStrategyFile', () => {
  it('reads the documented example', () => {
    expect(readStrategyFile(JSON.parse(example)).file?.strategy.slug).toBe('utvecklingsstrategi');
  });

  for (const [what, place, content, code, text] of cases) {
    it(`answers ${what} with ${code}, the place and the offending text`, () => {
      expect(faultsOf(place, content)).toEqual([`${place}: ${code} "${text}"`]);
    });
  }

  it('names each unknown field by itself', () => {
    const { problems } = readStrategyFile({ ...(JSON.parse(example) as Json), one: 1, two: 2 });
    expect(problems?.map(({ path, text }) => [path.join('.'), text])).toEqual([
      ['one', 'one'],
      ['two', 'two'],
    ]);
  });

  it('names a list that is too long, and cuts its text', () => {
    const [fault] = faultsOf(`${INDICATOR}.irregularYears`, new Array(201).fill(2000));
    expect(fault).toMatch(/: list\.too-long "\[2000,.{94}…"$/);
  });

  for (const odd of [null, [], 'text', 42]) {
    it(`says that ${JSON.stringify(odd)} is no strategy`, () => {
      expect(readStrategyFile(odd).problems).toEqual([
        { path: [], code: 'type.wrong', text: typeof odd === 'string' ? odd : JSON.stringify(odd) },
      ]);
    });
  }
});

import { readTarget } from '../target/target-content.js';
import { aPoint } from '../target/target.fixtures.js';
import {
  compareVersions,
  type ComparedArea,
  type ComparedGoal,
  type ComparedVersion,
  type VersionComparison,
} from './version-comparison.js';

const sv = (text: string) => ({ sv: text });
const goal = (slug: string, different: Partial<ComparedGoal> = {}): ComparedGoal => ({
  ...{ slug, name: sv(`Mål ${slug}`), description: sv('Om målet'), roles: [], measures: [] },
  ...different,
});
const area = (slug: string, ...goals: (string | ComparedGoal)[]): ComparedArea => ({
  ...{ slug, name: sv(`Område ${slug}`), shortName: sv(slug), description: sv('Om området') },
  goals: goals.map((one) => (typeof one === 'string' ? goal(one) : one)),
});
const version = (...areas: ComparedArea[]): ComparedVersion => ({ name: sv('SLUS'), purpose: sv('Att växa'), areas });
const compare = (before: ComparedVersion, after: ComparedVersion): VersionComparison => compareVersions(before, after, () => 'increase');

/** `leva: added [a added, b kept]` */
const outline = ({ areas }: VersionComparison): string[] =>
  areas.map(({ slug, change, goals }) => `${slug} ${change}${goals.map((one) => `, ${one.slug} ${one.change}`).join('')}`);

describe('two versions of a strategy', () => {
  it('that say the same differ in nothing', () => {
    const same = version(area('leva', 'a', 'b'));
    expect(compare(same, structuredClone(same))).toEqual({ texts: [], areas: [] });
  });

  const outlines: readonly [what: string, before: ComparedVersion, after: ComparedVersion, told: string[]][] = [
    ['a goal more', version(area('leva', 'a')), version(area('leva', 'a', 'b')), ['leva kept, b added']],
    ['a goal less', version(area('leva', 'a', 'b')), version(area('leva', 'a')), ['leva kept, b removed']],
    [
      'a goal in another area',
      version(area('leva', 'a', 'b'), area('bo')),
      version(area('leva', 'b'), area('bo', 'a')),
      ['bo kept, a moved'],
    ],
    [
      'a goal that went to the front',
      version(area('leva', 'a', 'b', 'c')),
      version(area('leva', 'c', 'a', 'b')),
      ['leva kept, c reordered'],
    ],
    ['an area more', version(area('leva')), version(area('leva'), area('bo', 'a')), ['bo added, a added']],
    ['an area less', version(area('leva', 'a'), area('bo', 'b')), version(area('leva', 'a')), ['bo removed, b removed']],
    [
      'an area whose goal went on',
      version(area('leva'), area('bo', 'b')),
      version(area('leva', 'b')),
      ['leva kept, b moved', 'bo removed'],
    ],
    ['areas in another order', version(area('a'), area('b'), area('c')), version(area('c'), area('a'), area('b')), ['c reordered']],
  ];
  for (const [what, before, after, told] of outlines)
    it(`with ${what}: ${told.join('; ')}`, () => expect(outline(compare(before, after))).toEqual(told));

  it('tell where a goal came from', () => {
    const { areas } = compare(version(area('leva', 'a'), area('bo')), version(area('leva'), area('bo', 'a')));
    expect(areas[0]?.goals[0]?.from).toEqual(sv('Område leva'));
  });

  it('tell every text that says otherwise, in either language, and one that is there no more', () => {
    const before = version(area('leva', goal('a', { name: { sv: 'Fler', en: 'More' }, deliberatelyNotMeasured: sv('Går inte') })));
    const after = { ...version(area('leva', goal('a', { name: { sv: 'Fler', en: 'More people' } }))), purpose: sv('Att växa mer') };
    const { texts, areas } = compare(before, after);
    expect(texts.map(({ field }) => field)).toEqual(['purpose']);
    expect(areas[0]?.goals[0]?.texts).toEqual([
      { field: 'name', before: { sv: 'Fler', en: 'More' }, after: { sv: 'Fler', en: 'More people' } },
      { field: 'deliberatelyNotMeasured', before: sv('Går inte'), after: undefined },
    ]);
  });

  it('tell who does something now, no longer, or in other words', () => {
    const before = [
      { actor: 'ks', role: 'leads' as const, note: sv('Själv') },
      { actor: 'argus', role: 'participates' as const },
    ];
    const after = [
      { actor: 'ks', role: 'leads' as const },
      { actor: 'argus', role: 'finances' as const },
    ];
    const { areas } = compare(version(area('leva', goal('a', { roles: before }))), version(area('leva', goal('a', { roles: after }))));
    expect(areas[0]?.goals[0]?.roles).toEqual([
      { actor: 'ks', role: 'leads', change: 'reworded' },
      { actor: 'argus', role: 'finances', change: 'added' },
      { actor: 'argus', role: 'participates', change: 'removed' },
    ]);
  });

  it('tell target by target what is otherwise, and whether it is easier to reach', () => {
    const [target, harder] = [readTarget(aPoint()), readTarget(aPoint({ final: { period: '2030', value: 16000 } }))];
    const same = { indicator: 'samma', target };
    const decidedAnew = { indicator: 'samma', target: { ...target, isExample: true, decision: 'KF § 300' } };
    const before = [same, { indicator: 'andrad', target }, { indicator: 'borta', target }, { indicator: 'utan', target }];
    const after = [decidedAnew, { indicator: 'andrad', target: harder }, { indicator: 'ny' }, { indicator: 'utan' }];
    const { areas } = compare(
      version(area('leva', goal('a', { measures: before }))),
      version(area('leva', goal('a', { measures: after }))),
    );
    expect(areas[0]?.goals[0]?.measures.map(({ indicator, change, reach }) => [indicator, change, reach])).toEqual([
      ['andrad', 'changed', 'harder'],
      ['ny', 'added', undefined],
      ['utan', 'changed', undefined],
      ['borta', 'removed', undefined],
    ]);
  });
});

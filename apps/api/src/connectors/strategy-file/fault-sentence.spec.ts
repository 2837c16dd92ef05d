import { readStrategyFile } from '@slusen/contracts';
import { faultSentence, FAULTS, faultText } from '@slusen/domain';
import { STRATEGY_FILE } from '../../integrity/kept-strategy.fixtures.js';

/** What a person is told once this is put at this place of the small strategy; undefined is a field left out. */
function toldOf(place: string, said: unknown): string[] {
  const content = structuredClone(STRATEGY_FILE) as unknown as Record<string, unknown>;
  const keys = place.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce((object, key) => object[key] as Record<string, unknown>, content);
  parent[last] = said;
  return (readStrategyFile(content).problems ?? []).map((problem) => faultSentence(problem, content, 'en'));
}

const cases: readonly [place: string, said: unknown, sentence: string][] = [
  ['version.validFrom', '2026-02-30', 'version.validFrom "2026-02-30" is no day of the calendar, written "2026-09-30"'],
  ['strategy', undefined, 'strategy is required, and is not there'],
  ['territories', [], 'territories "[]" has fewer items than it must have ("territories" has at least one)'],
  ['actors.1.parent', 'ingen', 'Actor "Gatukontoret": parent "ingen" names no actor, territory or indicator of the file ("perLocality": no locality)'],
  ['actors.1.name', undefined, 'Actor "gatukontoret": name is required, and is not there'],
  ['actors.1', 7, 'Actor 2: "7" is of another kind than the field’s (text, number, whole number, list …)'],
  ['indicators.0.colour', 'blue', 'Indicator "Folkmängd": colour is no field of the format'],
  ['indicators.0.breaks', [{ firstPeriod: '2023-Q1', reason: { sv: 'Ny', en: 'New' } }], 'Indicator "Folkmängd", break from "2023-Q1": firstPeriod "2023-Q1" is not of the indicator’s cadence'],
  ['areas.0.goals.0.slug', 'a b', 'Area "Leva", goal "Fler bor här": slug "a b" is no slug (a–z, digits, single hyphens)'],
  ['areas.0.goals.0.roles.0.role', 'styr', 'Area "Leva", goal "Fler bor här", role of "Kommunstyrelsen": role "styr" is not one of the words of the field'],
  ['areas.0.goals.0.targets.0.tolerance', -1, 'Area "Leva", goal "Fler bor här", target for "Folkmängd": tolerance "-1" is below zero'],
  ['areas.0.goals.0.targets.0.final.period', '2030-K5', 'Area "Leva", goal "Fler bor här", target for "Folkmängd": final.period "2030-K5" is no period'],
  ['areas.0.goals.0.indicatorsWithoutTarget', ['folkmangd'], 'Area "Leva", goal "Fler bor här", indicator without target 1: "folkmangd" is an indicator that the goal has a target for'],
]; // prettier-ignore

describe('a fault of a strategy file', () => {
  for (const [place, said, sentence] of cases) {
    it(`at ${place} is told by the names that stand in the file, and by its place`, () => {
      const told = toldOf(place, said);
      expect(told).toHaveSize(1);
      const end = /\d/.test(place) ? ` (${place}` : '.';
      expect(told[0]?.startsWith(`${sentence}${end}`))
        .withContext(told[0] ?? '')
        .toBeTrue();
    });
  }

  it('of a file that is no strategy at all is told of the file', () => {
    for (const content of [null, 7, 'text', []]) {
      const [problem] = readStrategyFile(content).problems ?? [];
      expect(problem && faultSentence(problem, content, 'en')).toMatch(/^The file|^"/);
    }
  });

  it('shows what a terminal would obey as what it is', () => {
    const [told] = toldOf('areas.0.goals.0', { ...STRATEGY_FILE.areas[0].goals[0], slug: 'a b', name: { sv: '\u001b[2J', en: 'x' } });
    expect(told).not.toMatch(/\p{Cc}/u);
  });

  it('says no code, whatever is wrong', () => {
    for (const code of Object.keys(FAULTS) as (keyof typeof FAULTS)[]) {
      const told = faultSentence({ path: ['indicators', 0, 'slug'], code, text: 'x' }, STRATEGY_FILE, 'en');
      expect(told).not.toContain(code);
      expect(told).toMatch(/^Indicator "Folkmängd": slug "x" \p{Ll}.+\(indicators\.0\.slug\)\.$/u);
    }
  });

  it('is told in Swedish as well', () => {
    const content = structuredClone(STRATEGY_FILE) as unknown as { areas: { goals: { slug: string }[] }[] };
    content.areas[0]!.goals[0]!.slug = 'a b';
    const [problem] = readStrategyFile(content).problems ?? [];
    expect(problem && faultSentence(problem, content, 'sv')).toBe(
      'Utvecklingsområde "Leva", mål "Fler bor här": slug "a b" är inget kortnamn (a–z, siffror och enkla bindestreck) (areas.0.goals.0.slug).',
    );
    expect(readStrategyFile(null).problems?.map((one) => faultSentence(one, null, 'sv'))[0]).toMatch(/^Filen |^"/);
  });

  it('has words of its own in each language', () => {
    const codes = Object.keys(FAULTS) as (keyof typeof FAULTS)[];
    for (const language of ['sv', 'en'] as const) expect(new Set(codes.map((code) => faultText(code, language))).size).toBe(codes.length);
  });
});

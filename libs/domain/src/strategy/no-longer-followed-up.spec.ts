import { noLongerFollowedUp, type FollowedGoal, type FollowedVersion } from './no-longer-followed-up.js';

/** `fler: folkmangd -flytt`: a goal measured by one indicator, and once by another. */
function goal(said: string): FollowedGoal {
  const [slug = '', measures = ''] = said.split(': ');
  const words = measures.split(' ').filter(Boolean);
  return {
    slug,
    indicators: words.filter((word) => !word.startsWith('-')),
    withdrawn: words.filter((word) => word.startsWith('-')).map((word) => word.slice(1)),
  };
}
const version = (number: number, ...goals: string[]): FollowedVersion => ({ number, goals: goals.map(goal) });

describe('what was decided and is no longer followed up', () => {
  const cases: readonly [what: string, versions: readonly FollowedVersion[], goals: string[], indicators: string[]][] = [
    ['is nothing in a first version', [version(1, 'fler: folkmangd')], [], []],
    ['is nothing where the same goes on', [version(1, 'fler: folkmangd'), version(2, 'fler: folkmangd', 'ny: bostader')], [], []],
    ['is a goal that was left out', [version(1, 'fler: folkmangd', 'gammalt'), version(2, 'fler: folkmangd')], ['gammalt (1)'], []],
    [
      'is no indicator that measures another goal now',
      [version(1, 'gammalt: folkmangd'), version(2, 'fler: folkmangd')],
      ['gammalt (1) → fler'],
      [],
    ],
    [
      'is an indicator that measures nothing now',
      [version(1, 'fler: folkmangd flytt'), version(2, 'fler: folkmangd')],
      [],
      ['flytt (1) fler'],
    ],
    [
      'is told of the latest version that had it',
      [version(1, 'gammalt: flytt'), version(2, 'gammalt: flytt', 'annat: flytt'), version(3, 'fler: folkmangd')],
      ['gammalt (2)', 'annat (2)'],
      ['flytt (2) gammalt annat'],
    ],
    ['is an indicator that was taken out of the version in force', [version(1, 'fler: folkmangd -flytt')], [], ['flytt (1) fler']],
    ['is no indicator that was taken out of one goal and measures another', [version(1, 'fler: -flytt', 'ny: flytt')], [], []],
    [
      'is nothing that came back',
      [version(1, 'fler: flytt'), version(2, 'annat: folkmangd'), version(3, 'fler: flytt', 'annat: folkmangd')],
      [],
      [],
    ],
  ];
  for (const [what, versions, goals, indicators] of cases) {
    it(what, () => {
      const left = noLongerFollowedUp(versions, versions.at(-1)!);
      const told = left.goals.map(
        ({ slug, version, goesOnIn }) => `${slug} (${version})${goesOnIn.length ? ` → ${goesOnIn.join(' ')}` : ''}`,
      );
      expect(told).toEqual(goals);
      expect(left.indicators.map((one) => `${one.slug} (${one.version}) ${one.goals.join(' ')}`)).toEqual(indicators);
    });
  }
});

import { stepAfter, stepShown, STEPS, type Step } from './set-up-steps.js';

describe('the step of a first hour', () => {
  const cases: readonly (readonly [needs: Parameters<typeof stepShown>[0], wanted: string | undefined, shown: Step])[] = [
    ['administrator', undefined, 'administrator'],
    ['administrator', 'strategi', 'administrator'],
    ['municipality', undefined, 'kommun'],
    ['municipality', 'utseende', 'kommun'],
    ['municipality', 'administrator', 'kommun'],
    ['strategy', undefined, 'strategi'],
    ['strategy', 'kommun', 'kommun'],
    ['strategy', 'kontakt', 'kontakt'],
    ['strategy', 'något annat', 'strategi'],
  ];
  for (const [needs, wanted, shown] of cases) {
    it(`is ${shown} when ${needs} is lacking and ${wanted ?? 'none'} is asked for`, () => expect(stepShown(needs, wanted)).toBe(shown));
  }

  it('leads to the next until there is none', () =>
    expect(STEPS.map(stepAfter)).toEqual(['kommun', 'utseende', 'kontakt', 'strategi', undefined]));
});

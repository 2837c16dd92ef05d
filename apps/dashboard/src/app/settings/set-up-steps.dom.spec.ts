import { stepAfter, stepShown, STEPS, type HowFar, type Step } from './set-up-steps.js';

describe('the step of a first hour', () => {
  const cases: readonly (readonly [needs: HowFar['needs'], wanted: string | undefined, shown: Step])[] = [
    ['administrator', undefined, 'administrator'],
    ['administrator', 'strategi', 'administrator'],
    ['municipality', undefined, 'kommun'],
    ['municipality', 'utseende', 'kommun'],
    ['municipality', 'administrator', 'kommun'],
    ['strategy', undefined, 'strategi'],
    ['strategy', 'kommun', 'kommun'],
    ['strategy', 'kontakt', 'kontakt'],
    ['strategy', 'inloggning', 'strategi'],
    ['strategy', 'något annat', 'strategi'],
  ];
  for (const [needs, wanted, shown] of cases) {
    it(`is ${shown} when ${needs} is lacking and ${wanted ?? 'none'} is asked for`, () => expect(stepShown({ needs }, wanted)).toBe(shown));
  }

  it('is the second factor of whoever must have one first, whatever is asked for', () => {
    for (const needs of ['municipality', 'strategy'] as const)
      expect(stepShown({ needs, needsSecondFactor: true }, 'kontakt')).toBe('inloggning');
  });

  it('leads to the next until there is none', () =>
    expect(STEPS.map(stepAfter)).toEqual(['inloggning', 'kommun', 'utseende', 'kontakt', 'strategi', undefined]));
});

import { sharedOut, successionFault, type ReorganisationKind, type SuccessionFault } from './reorganisation.js';

describe('successionFault', () => {
  const cases: readonly [kind: ReorganisationKind, successors: string[], fault: SuccessionFault | undefined][] = [
    ['rename', [], undefined],
    ['rename', ['b'], 'reorganisation.successors'],
    ['merge', ['b'], undefined],
    ['merge', [], 'reorganisation.successors'],
    ['merge', ['b', 'c'], 'reorganisation.successors'],
    ['merge', ['a'], 'reorganisation.itself'],
    ['split', ['b', 'c'], undefined],
    ['split', ['b'], 'reorganisation.successors'],
    ['split', ['b', 'b'], 'reorganisation.successors'],
    ['split', ['b', 'a'], 'reorganisation.itself'],
    ['close', [], undefined],
    ['close', ['b'], 'reorganisation.successors'],
  ];
  for (const [kind, successors, fault] of cases)
    it(`of a ${kind} into ${successors.join(' and ') || 'nobody'} is ${fault ?? 'none'}`, () =>
      expect(successionFault(kind, 'a', successors)).toBe(fault));
});

describe('sharedOut', () => {
  it('gives all to the only one, whatever was said', () => {
    const { shares, leftOut } = sharedOut(['x', 'y'], ['b'], { shares: new Map([['x', 'c']]) });
    expect([[...shares], leftOut]).toEqual([[['x', 'b'], ['y', 'b']], []]); // prettier-ignore
  });

  it('gives each to whom it was said for, and tells what was left out or given to somebody else', () => {
    const shared = new Map([['x', 'b'], ['z', 'd']]); // prettier-ignore
    const { shares, leftOut } = sharedOut(['x', 'y', 'z'], ['b', 'c'], { shares: shared });
    expect([[...shares], leftOut]).toEqual([[['x', 'b']], ['y', 'z']]);
  });

  it('gives what nothing was said of to whoever takes the rest, and to nobody who does not take over', () => {
    const shared = new Map([['x', 'b'], ['z', 'd']]); // prettier-ignore
    const { shares, leftOut } = sharedOut(['x', 'y', 'z'], ['b', 'c'], { shares: shared, rest: 'c' });
    expect([[...shares], leftOut]).toEqual([[['x', 'b'], ['y', 'c']], ['z']]); // prettier-ignore
    expect(sharedOut(['y'], ['b', 'c'], { shares: new Map(), rest: 'd' }).leftOut).toEqual(['y']);
  });
});

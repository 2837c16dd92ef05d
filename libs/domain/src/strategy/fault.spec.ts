import fc from 'fast-check';
import { repeated, unknownReference } from './fault.js';

describe('a name that stands for something', () => {
  it('is a fault, at its place and with its text, only where nothing has it', () => {
    expect([...unknownReference('ks', new Set(['ks']), ['roles', 0])]).toEqual([]);
    expect([...unknownReference('ingen', new Set(['ks']), ['roles', 0])]).toEqual([
      { path: ['roles', 0], code: 'reference.unknown', text: 'ingen' },
    ]);
  });
});

describe('names that must be alone', () => {
  it('are faults from the second time on, each at its own place', () => {
    expect([...repeated(['a', 'b', 'a', 'a'], ['actors'], ['slug'])]).toEqual([
      { path: ['actors', 2, 'slug'], code: 'name.repeated', text: 'a' },
      { path: ['actors', 3, 'slug'], code: 'name.repeated', text: 'a' },
    ]);
    expect([...repeated(['a', 'a'], ['milestones'])].map(({ path }) => path)).toEqual([['milestones', 1]]);
  });

  it('are without fault once each fault is taken away', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd')), (names) => {
        const faulty = new Set([...repeated(names, [])].map(({ path }) => path[0]));
        const left = names.filter((_, position) => !faulty.has(position));
        expect(left).toEqual([...new Set(names)]);
      }),
    );
  });
});

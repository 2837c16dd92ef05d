import fc from 'fast-check';
import { isOwnAncestor } from './strategy-checks.js';

describe('what belongs to something', () => {
  const parents = new Map([
    ['nämnd', 'fullmäktige'],
    ['förvaltning', 'nämnd'],
    ['enhet', 'borttagen'],
    ['själv', 'själv'],
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'a'],
    ['utanför', 'a'],
  ]);
  const cases: [name: string, isCircle: boolean][] = [
    ['fullmäktige', false],
    ['förvaltning', false],
    ['enhet', false],
    ['okänd', false],
    ['själv', true],
    ['a', true],
    ['b', true],
    ['c', true],
    ['utanför', false],
  ];
  for (const [name, isCircle] of cases) {
    it(`${isCircle ? 'would belong to itself' : 'belongs to others only'}: ${name}`, () =>
      expect(isOwnAncestor(name, parents)).toBe(isCircle));
  }

  it('belongs to itself exactly when following parents leads back, whatever other circles it passes', () => {
    const anyParents = fc.array(fc.option(fc.nat(7), { nil: undefined }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(anyParents, fc.nat(7), (of, start) => {
        const known = new Map(of.map((parent, child) => [String(child), parent === undefined ? undefined : String(parent)]));
        const above: (number | undefined)[] = [];
        for (let at = of[start], steps = 0; at !== undefined && steps < 8; at = of[at], steps += 1) above.push(at);
        expect(isOwnAncestor(String(start), known)).toBe(above.includes(start));
      }),
    );
  });
});

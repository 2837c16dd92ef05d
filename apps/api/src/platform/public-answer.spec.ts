import { isKnown } from './public-answer.js';

describe('If-None-Match', () => {
  const cases: [header: string | undefined, known: boolean][] = [
    ['"a"', true],
    ['W/"a"', true],
    ['"b", W/"a"', true],
    ['*', true],
    ['"b"', false],
    ['a', false],
    ['', false],
    [undefined, false],
  ];
  for (const [header, known] of cases) {
    it(`${header ?? 'absent'} ${known ? 'names' : 'does not name'} the tag "a"`, () => {
      expect(isKnown('"a"', header)).toBe(known);
    });
  }
});

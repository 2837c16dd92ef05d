import { readNumber } from '@slusen/domain';
import fc from 'fast-check';
import { PLAIN_NUMBER } from './figure-readings.js';

describe('a plain number of a file', () => {
  const plain = new RegExp(PLAIN_NUMBER);

  it('is read by the domain as the database reads it', () => {
    fc.assert(
      fc.property(fc.stringMatching(plain), (text) => {
        expect(readNumber(text)).toBe(Number(text.replace(',', '.')) || 0);
      }),
    );
  });

  for (const text of ['1 234', '−5', '–5', '+5', '1234567890', '0.1234567', '1,2,3', '.5', '5,', '', '1e2', '٣', '5 %'])
    it(`is none that the domain has a rule for: "${text}"`, () => expect(plain.test(text)).toBeFalse());
});

import { codeHash, newCode } from './one-time-code.js';

describe('a one-time code', () => {
  it('has four groups of four letters and digits that nobody takes for others, and is another each time', () => {
    const codes = Array.from({ length: 50 }, newCode);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    expect(new Set(codes).size).toBe(codes.length);
  });

  for (const typed of ['7K2M-0X41-ABCD-1234', '7k2m-0x41-abcd-1234', ' 7K2M 0X41 ABCD 1234 ', '7K2MOX4lABCDi234', '7K2M–OX41–ABCD–L234']) {
    it(`is meant by ${typed}`, () => expect(codeHash(typed)).toEqual(codeHash('7K2M-0X41-ABCD-1234')));
  }

  it('is not meant by another one, nor by nothing', () => {
    for (const typed of ['7K2M-0X41-ABCD-1235', '', '7K2M']) expect(codeHash(typed).equals(codeHash('7K2M-0X41-ABCD-1234'))).toBeFalse();
  });
});

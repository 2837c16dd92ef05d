import { TOTP } from 'otpauth';
import { appAddress, newRecoveryCodes, newSecret, recoveryHash, secretText, stepOf, typedCode } from './codes.js';

/** The key of the examples in RFC 6238, in its bytes. */
const SECRET = Buffer.from('12345678901234567890');
const at = (seconds: number): Date => new Date(seconds * 1000);

describe('a code of an app', () => {
  // The last six digits of the eight in RFC 6238, appendix B.
  const published: readonly [seconds: number, code: string][] = [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ];
  for (const [seconds, code] of published) {
    it(`is ${code} at ${seconds} seconds, as the standard says`, () => {
      expect(stepOf(code, SECRET, at(seconds))).toBe(Math.floor(seconds / 30));
    });
  }

  const around: readonly [what: string, seconds: number, step: number | undefined][] = [
    ['in its own half minute', 1_111_111_109, 37_037_036],
    ['half a minute late', 1_111_111_109 + 30, 37_037_036],
    ['half a minute early', 1_111_111_109 - 30, 37_037_036],
    ['a minute late', 1_111_111_109 + 61, undefined],
    ['a minute early', 1_111_111_109 - 61, undefined],
  ];
  for (const [what, seconds, step] of around)
    it(`is ${step === undefined ? 'worth nothing' : 'taken'} ${what}`, () => expect(stepOf('081804', SECRET, at(seconds))).toBe(step));

  it('is no other code', () => {
    for (const code of ['081805', '81804', '0818040', '', '      ', 'abcdef'])
      expect(stepOf(code, SECRET, at(1_111_111_109))).toBeUndefined();
  });
});

describe('a secret', () => {
  it('is another one each time, of 160 bits', () => {
    expect(newSecret().length).toBe(20);
    expect(newSecret().equals(newSecret())).toBeFalse();
  });

  it('is told to an app in an address that says whose it is', () => {
    const told = new URL(appAddress(SECRET, { issuer: 'SLUSEN Åmåls kommun', label: 'eva:n@vimmerby.se' }));
    expect(told.protocol + told.hostname).toBe('otpauth:totp');
    expect(decodeURIComponent(told.pathname)).toBe('/SLUSEN Åmåls kommun:eva:n@vimmerby.se');
    expect(Object.fromEntries(told.searchParams)).toEqual({
      issuer: 'SLUSEN Åmåls kommun',
      secret: secretText(SECRET),
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
  });

  it('that was typed makes the same codes', () => {
    expect(new TOTP({ secret: secretText(SECRET) }).generate({ timestamp: 59_000 })).toBe('287082');
  });
});

describe('what somebody types', () => {
  const typed: readonly [text: string, kind: 'app' | 'recovery', code: string][] = [
    ['287082', 'app', '287082'],
    [' 287 082 ', 'app', '287082'],
    ['287-082', 'app', '287082'],
    ['2870821', 'recovery', '2870821'],
    ['7K3M-0Q9Z-ABCD-EFGH', 'recovery', '7k3m0q9zabcdefgh'],
    ['7k3m oq9z ilcd efgh', 'recovery', '7k3m0q9z11cdefgh'],
  ];
  for (const [text, kind, code] of typed) it(`"${text}" is ${kind} ${code}`, () => expect(typedCode(text)).toEqual({ kind, code }));
});

describe('recovery codes', () => {
  it('are ten, all different, of eighty bits, in letters that are not taken for others', () => {
    const codes = newRecoveryCodes();
    expect(new Set([...codes, ...newRecoveryCodes()]).size).toBe(20);
    expect(codes.length).toBe(10);
    for (const code of codes) {
      expect(code).toMatch(/^(?:[0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/);
      expect(typedCode(code.toUpperCase())).toEqual({ kind: 'recovery', code: code.replaceAll('-', '') });
    }
  });

  it('have a hash that belongs to one account', () => {
    expect(recoveryHash('a', 'ABCD-EFGH').equals(recoveryHash('a', 'abcd efgh'))).toBeTrue();
    expect(recoveryHash('a', 'abcd').equals(recoveryHash('b', 'abcd'))).toBeFalse();
  });
});

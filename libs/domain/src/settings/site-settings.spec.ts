import { isIdentified, isLocked, licenceInForce, settingInForce, type SettingSources } from './site-settings.js';

const NOTHING: SettingSources = { environment: {}, stored: {}, example: {} };

describe('a setting of the site', () => {
  const cases: readonly (readonly [what: string, sources: Partial<SettingSources>, value: string | undefined, origin?: string])[] = [
    ['nothing where nobody has set it', {}, undefined],
    ['what is stored', { stored: { code: '0860' } }, '0860', 'stored'],
    ['what the environment says, whatever is stored', { environment: { code: '0884' }, stored: { code: '0860' } }, '0884', 'environment'],
    ['an example only where nothing else is', { example: { code: '0884' } }, '0884', 'example'],
    ['what is stored before an example', { stored: { code: '0860' }, example: { code: '0884' } }, '0860', 'stored'],
  ];
  for (const [what, sources, value, origin] of cases) {
    it(`is ${what}`, () => {
      const found = settingInForce('code', { ...NOTHING, ...sources });
      expect(found ? [found.value, String(found.origin)] : [undefined, undefined]).toEqual([value, origin]);
    });
  }

  it('is locked by the environment only', () => {
    expect(isLocked('code', { environment: { code: '0884' } })).toBeTrue();
    expect(isLocked('accent', { environment: { code: '0884' } })).toBeFalse();
  });

  it('gives the figures away without conditions where nobody has chosen another licence', () => {
    expect(licenceInForce(NOTHING)).toBe('CC0-1.0');
    expect(licenceInForce({ ...NOTHING, stored: { licence: 'CC-BY-4.0' } })).toBe('CC-BY-4.0');
  });

  it('makes the pages somebody’s when both name and code are there, wherever they come from', () => {
    expect(isIdentified(NOTHING)).toBeFalse();
    expect(isIdentified({ ...NOTHING, stored: { municipality: 'Hultsfreds kommun' } })).toBeFalse();
    expect(isIdentified({ ...NOTHING, environment: { code: '0860' } })).toBeFalse();
    expect(isIdentified({ ...NOTHING, environment: { code: '0860' }, stored: { municipality: 'Hultsfreds kommun' } })).toBeTrue();
  });
});

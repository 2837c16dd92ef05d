import { momentLabel } from './moment-label.js';

describe('a moment', () => {
  const cases: [instant: string, sv: string, en: string][] = [
    ['2026-11-24T13:05:59.999Z', '24 november 2026 kl. 14.05', '24 November 2026 at 14:05'],
    ['2026-07-01T22:30:00.000Z', '2 juli 2026 kl. 00.30', '2 July 2026 at 00:30'],
    ['2026-12-31T23:00:00.000Z', '1 januari 2027 kl. 00.00', '1 January 2027 at 00:00'],
  ];
  for (const [instant, sv, en] of cases) {
    it(`is told by the clock in Stockholm: ${sv}`, () =>
      expect([momentLabel(instant, 'sv'), momentLabel(instant, 'en')]).toEqual([sv, en]));
  }

  it('must be one', () =>
    expect(() => momentLabel('i går', 'sv')).toThrowMatching(({ code }: { code?: string }) => code === 'instant.unknown'));
});

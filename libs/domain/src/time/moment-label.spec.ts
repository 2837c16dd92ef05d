import { momentLabel, momentStamp, stampedMoment } from './moment-label.js';

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

  const stamps: [stamp: string, instant: string][] = [
    ['2026-11-24 14:05', '2026-11-24T13:05:00.000Z'],
    ['2026-07-02 00:30', '2026-07-01T22:30:00.000Z'],
    ['2026-10-25 02:30', '2026-10-25T00:30:00.000Z'],
  ];
  for (const [stamp, instant] of stamps)
    it(`is read from its stamp: ${stamp}`, () => expect([stampedMoment(stamp), momentStamp(instant)]).toEqual([instant, stamp]));

  it('that the clock leaps over is the hour after', () => expect(momentStamp(stampedMoment('2026-03-29 02:30'))).toBe('2026-03-29 03:30'));

  it('must be one', () => {
    const isUnknown = ({ code }: { code?: string }): boolean => code === 'instant.unknown';
    expect(() => momentLabel('i går', 'sv')).toThrowMatching(isUnknown);
    expect(() => stampedMoment('i går')).toThrowMatching(isUnknown);
  });
});

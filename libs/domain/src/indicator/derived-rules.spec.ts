import { parsePeriod, periodCode } from '../time/period-code.js';
import { someRules } from '../status/status.fixtures.js';
import { inheritedRules } from './derived-rules.js';
import { type SeriesBreak } from './indicator.js';

const cut = (period: string, sv: string, en?: string): SeriesBreak => ({
  firstPeriod: parsePeriod(period),
  reason: { sv, ...(en === undefined ? {} : { en }) },
});

describe('the rules of a derived indicator', () => {
  it('are its own where it is computed from nothing', () => {
    const own = someRules({ breaks: [cut('2020', 'Ny')] });
    expect(inheritedRules(own, [])).toBe(own);
  });

  it('break where a part does, in order and once a period, and say whose break it is', () => {
    const parts = [
      { name: { sv: 'Födda', en: 'Births' }, rules: { breaks: [cut('2022', 'Ny metod.', 'New method.'), cut('2020', 'Annan.')] } },
      { name: { sv: 'Döda' }, rules: { breaks: [cut('2022', 'Enkät.'), cut('2018', 'Register.', 'Register.')] } },
    ];
    const { breaks } = inheritedRules(someRules({ breaks: [cut('2020', 'Egen.')] }), parts);
    expect(breaks.map(({ firstPeriod, reason }) => [periodCode(firstPeriod), reason])).toEqual([
      ['2018', { sv: 'Döda: Register.', en: 'Döda: Register.' }],
      ['2020', { sv: 'Egen.' }],
      ['2022', { sv: 'Födda: Ny metod.', en: 'Births: New method.' }],
    ]);
  });

  const ends: [own: string | undefined, parts: (string | undefined)[], ends: string | undefined][] = [
    [undefined, [undefined, undefined], undefined],
    [undefined, ['2025', '2024'], '2024'],
    ['2023', ['2024'], '2023'],
    ['2026', ['2025', undefined], '2025'],
  ];
  for (const [own, parts, expected] of ends) {
    it(`end ${expected === undefined ? 'never' : `after ${expected}`}: own ${own ?? '–'}, parts ${parts.map((end) => end ?? '–').join(' and ')}`, () => {
      const made = inheritedRules(
        someRules({ endsAfter: own === undefined ? undefined : parsePeriod(own) }),
        parts.map((end) => ({ name: { sv: 'Del' }, rules: { breaks: [], endsAfter: end === undefined ? undefined : parsePeriod(end) } })),
      );
      expect(made.endsAfter && periodCode(made.endsAfter)).toBe(expected);
    });
  }
});

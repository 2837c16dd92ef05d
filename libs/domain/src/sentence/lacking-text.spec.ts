import { LANGUAGES } from '../language.js';
import { parsePeriod } from '../time/period-code.js';
import { type MissingKind } from '../value/value.js';
import { lackingText, missingSentence, noValueText } from './lacking-text.js';

interface Case {
  readonly period: string;
  readonly parts?: readonly string[];
  readonly missing?: MissingKind;
  /** In the place of the value, in a heading and as a sentence; in Swedish, then in English. */
  readonly told: readonly [sv: readonly string[], en: readonly string[]];
}

describe('a value that is missing', () => {
  const cases: Readonly<Record<string, Case>> = {
    'of a period': {
      ...{ period: '2025', missing: 'not-measured' },
      told: [
        ['inte mätt', 'inget värde för 2025 (inte mätt)', 'Värdet för 2025 saknas: inte mätt.'],
        ['not measured', 'no value for 2025 (not measured)', 'The value for 2025 is missing: not measured.'],
      ],
    },
    'of twelve months that lack a part which never came': {
      ...{ period: '2026-Q4', parts: ['2026-Q3'] },
      told: [
        [
          'kvartal 3 2026 saknas',
          'inget värde för de tolv månaderna till och med december 2026, eftersom kvartal 3 2026 saknas',
          'Det finns inget värde för de tolv månaderna till och med december 2026, eftersom kvartal 3 2026 saknas.',
        ],
        [
          'quarter 3 2026 is missing',
          'no value for the twelve months to December 2026, since quarter 3 2026 is missing',
          'There is no value for the twelve months to December 2026, since quarter 3 2026 is missing.',
        ],
      ],
    },
    'of twelve months that end with one that is said to be missing': {
      ...{ period: '2026-H2', parts: ['2026-H2'], missing: 'confidential' },
      told: [
        [
          'andra halvåret 2026 saknas (sekretess)',
          'inget värde för de tolv månaderna till och med december 2026, eftersom andra halvåret 2026 saknas (sekretess)',
          'Det finns inget värde för de tolv månaderna till och med december 2026, eftersom andra halvåret 2026 saknas (sekretess).',
        ],
        [
          'the second half of 2026 is missing (confidential)',
          'no value for the twelve months to December 2026, since the second half of 2026 is missing (confidential)',
          'There is no value for the twelve months to December 2026, since the second half of 2026 is missing (confidential).',
        ],
      ],
    },
  };
  for (const [what, { period, parts, missing, told }] of Object.entries(cases)) {
    it(what, () => {
      const lacking = {
        ...({ measure: parts ? 'rolling-12-months' : 'value', missing, missingPeriod: parsePeriod(period) } as const),
        ...(parts && { missingParts: parts.map(parsePeriod) }),
      };
      const made = LANGUAGES.map((language) => [lackingText, noValueText, missingSentence].map((tell) => tell(lacking, language)));
      expect(made).toEqual(told.map((texts) => [...texts]));
    });
  }

  const lacks =
    (...parts: string[]) =>
    (language: 'sv' | 'en') =>
      lackingText({ measure: 'rolling-12-months', missing: 'confidential', missingParts: parts.map(parsePeriod) }, language);

  it('names every part of twelve months that is, without a kind that may be of one of them alone', () => {
    expect(lacks('2026-Q1', '2026-Q3')('sv')).toBe('kvartal 1 2026 och kvartal 3 2026 saknas');
    expect(lacks('2026-Q1', '2026-Q3')('en')).toBe('quarter 1 2026 and quarter 3 2026 are missing');
  });

  it('and the first of many', () => {
    const many = lacks('2025-M11', '2025-M12', '2026-M01', '2026-M02');
    expect([many('sv'), many('en')]).toEqual([
      'november 2025, december 2025, januari 2026 med flera saknas',
      'November 2025, December 2025, January 2026 and others are missing',
    ]);
  });

  it('is told as a break where that is why', () => {
    expect(LANGUAGES.map((language) => lackingText({ measure: 'rolling-12-months' }, language))).toEqual([
      'brott i serien',
      'break in the series',
    ]);
  });
});

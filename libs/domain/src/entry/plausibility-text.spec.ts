import { parsePeriod } from '../time/period-code.js';
import { type Question } from './plausibility.js';
import { questionText } from './plausibility-text.js';

const residents = { unit: { sv: 'invånare', en: 'residents' }, decimals: 0 };
const readable = (text: string) => text.replaceAll('\u00a0', ' ');
const part = (name: string, sign: 1 | -1, value: number) => ({ name: { sv: name }, sign, value });
const previous = { period: parsePeriod('2024'), value: 15384 };

const cases: readonly (readonly [question: Question, sv: string, en: string])[] = [
  [
    { kind: 'early', period: parsePeriod('2026-Q4') },
    'Kvartal 4 2026 är inte slut än. Varför är värdet slutligt redan nu?',
    'Quarter 4 2026 is not over yet. Why is the value final already?',
  ],
  [
    { kind: 'decimals', value: 15.327, decimals: 0 },
    '15,327 har fler decimaler än indikatorn brukar ha och visas som 15. Stämmer det?',
    '15.327 has more decimals than the indicator has, and is shown as 15. Is it right?',
  ],
  [
    { kind: 'jump', value: 1538400, other: previous },
    '1 538 400 är omkring 100 gånger så mycket som värdet för 2024, 15 384. Stämmer det?',
    '1,538,400 is about 100 times the value for 2024, 15,384. Is it right?',
  ],
  [
    { kind: 'jump', value: 15.4, other: previous },
    'Värdet för 2024, 15 384, är omkring 999 gånger så mycket som 15,4. Stämmer det?',
    'The value for 2024, 15,384, is about 999 times 15.4. Is it right?',
  ],
  [
    { kind: 'jump', value: 1538400, other: previous, isLater: true },
    '1 538 400 är omkring 100 gånger så mycket som det senare värdet för 2024, 15 384. Stämmer det?',
    '1,538,400 is about 100 times the later value for 2024, 15,384. Is it right?',
  ],
  [
    { kind: 'jump', value: 15.4, other: previous, isLater: true },
    'Det senare värdet för 2024, 15 384, är omkring 999 gånger så mycket som 15,4. Stämmer det?',
    'The later value for 2024, 15,384, is about 999 times 15.4. Is it right?',
  ],
  [
    { kind: 'outside-limits', value: -3, min: 0 },
    '−3 är lägre än det lägsta rimliga värdet, 0. Stämmer det?',
    '−3 is below the lowest plausible value, 0. Is it right?',
  ],
  [
    { kind: 'outside-limits', value: 100.04, min: 0, max: 100 },
    '100,04 är högre än det högsta rimliga värdet, 100. Stämmer det?',
    '100.04 is above the highest plausible value, 100. Is it right?',
  ],
  [
    { kind: 'unusual-change', previous, years: 1, change: -1384, usual: 57.5 },
    'Ändringen sedan 2024 är ovanligt stor: −1 384 invånare, mot vanligen omkring 58 invånare om året. Vad beror den på?',
    'The change since 2024 is unusually large: −1,384 residents, against ordinarily about 58 residents a year. What is the cause?',
  ],
  [
    { kind: 'unusual-change', previous, years: 3, change: 200, usual: 57 },
    'Ändringen sedan 2024 är ovanligt stor: +200 invånare om året, mot vanligen omkring 57 invånare om året. Vad beror den på?',
    'The change since 2024 is unusually large: +200 residents a year, against ordinarily about 57 residents a year. What is the cause?',
  ],
  [
    { kind: 'unusual-change', previous, years: 1, change: 200, usual: 0 },
    'Värdet brukar inte ändras, men sedan 2024 är ändringen +200 invånare. Vad beror den på?',
    'The value does not usually change, but since 2024 the change is +200 residents. What is the cause?',
  ],
  [
    { kind: 'unusual-change', previous: { ...previous, period: parsePeriod('2025-H1') }, years: 1, change: 200, usual: 57 },
    'Ändringen sedan första halvåret 2025 är ovanligt stor: +200 invånare, mot vanligen omkring 57 invånare om året. Vad beror den på?',
    'The change since the first half of 2025 is unusually large: +200 residents, against ordinarily about 57 residents a year. What is the cause?',
  ],
  [
    { kind: 'repeated', value: 15384, previous },
    '15 384 är exakt samma värde som för 2024. Är det räknat på nytt?',
    '15,384 is exactly the same value as for 2024. Has it been counted anew?',
  ],
  [
    {
      kind: 'balance',
      value: 15384,
      balance: {
        parts: [part('året före', 1, 15461), part('födda', 1, 140), part('döda', -1, 166)],
        computed: 15383,
        adjustment: 1,
      },
    },
    'Summan går inte ihop: 15 461 (året före) + 140 (födda) − 166 (döda) = 15 383, men värdet är 15 384 (justering +1). Vad beror skillnaden på?',
    'The sum does not add up: 15,461 (året före) + 140 (födda) − 166 (döda) = 15,383, but the value is 15,384 (adjustment +1). What explains the difference?',
  ],
  [
    { kind: 'parts', value: 1501, fault: { kind: 'not-the-sum', sum: 1500 } },
    'Delarna blir tillsammans 1 500, men totalen är 1 501. Vad beror skillnaden på?',
    'The parts add up to 1,500, but the total is 1,501. What explains the difference?',
  ],
  [
    { kind: 'parts', value: 9.5, fault: { kind: 'outside', least: 10, most: 15 } },
    'Totalen, 9,5, ligger inte mellan delarna (10 till 15). Vad beror det på?',
    'The total, 9.5, does not lie between the parts (10 to 15). What is the cause?',
  ],
];

describe('questionText', () => {
  for (const [question, sv, en] of cases) {
    it(`puts "${question.kind}" in words: ${sv.slice(0, 66)} …`, () => {
      expect(readable(questionText(question, { ...residents, language: 'sv' }))).toBe(sv);
      expect(questionText(question, { ...residents, language: 'en' })).toBe(en);
    });
  }

  it('names all the months that a figure covers which accumulates over the year', () => {
    const accumulating = { ...residents, reporting: 'year-to-date' } as const;
    const [early, repeated] = [
      { kind: 'early', period: parsePeriod('2026-T2') },
      { kind: 'repeated', value: 7, previous: { period: parsePeriod('2025-T2'), value: 7 } },
    ] as const;
    expect(questionText(early, { ...accumulating, language: 'sv' })).toBe(
      'Januari–augusti 2026 är inte slut än. Varför är värdet slutligt redan nu?',
    );
    expect(questionText(repeated, { ...accumulating, language: 'en' })).toBe(
      '7 is exactly the same value as for January–August 2025. Has it been counted anew?',
    );
  });

  it('says of a place in a ranking whether it is better or worse', () => {
    const change = { kind: 'unusual-change', previous, years: 1, change: 16, usual: 4 } as const;
    expect(readable(questionText(change, { unit: { sv: 'placering', en: 'rank' }, decimals: 0, language: 'sv' }))).toBe(
      'Ändringen sedan 2024 är ovanligt stor: 16 placeringar sämre, mot vanligen omkring 4 placeringar om året. Vad beror den på?',
    );
  });
});

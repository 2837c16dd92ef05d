import { assess, type Assessed } from '../status/status-assess.js';
import { bandTarget, outcome, pointTarget, someRules } from '../status/status.fixtures.js';
import { parsePeriod } from '../time/period-code.js';
import { inflation, nights, nightsWithout, population, ranking, said, unemployment, withoutTarget } from './sentence.fixtures.js';
import { targetFinding } from './sentence-status.js';

describe('the status in words', () => {
  const sayings: [changes: Partial<Assessed>, sv: string, en: string][] = [
    [
      {},
      'Ur fas: utfallet är 95 invånare lägre än målbanan (15 422). Målet för 2030 är 15 800 invånare.',
      'Off track: the outcome is 95 inhabitants below the target path (15,422). The target for 2030 is 15,800 inhabitants.',
    ],
    [
      { observations: [outcome('2026', 15400)], target: pointTarget({ isExample: true }) },
      'Nära: utfallet är 22 invånare lägre än målbanan (15 422), men inom toleransen på 50. Målet för 2030 (ett exempel) är 15 800 invånare.',
      'Nearly on track: the outcome is 22 inhabitants below the target path (15,422), but within the tolerance of 50. The target for 2030 (an example) is 15,800 inhabitants.',
    ],
    [
      { observations: [outcome('2026', 15422)] },
      'I fas: utfallet ligger precis på målbanan (15 422). Målet för 2030 är 15 800 invånare.',
      'On track: the outcome is exactly on the target path (15,422). The target for 2030 is 15,800 inhabitants.',
    ],
    [
      { observations: [outcome('2030', 15327)], today: '2031-06-01' },
      'Ej uppfyllt: utfallet är 473 invånare lägre än målet (15 800).',
      'Not met: the outcome is 473 inhabitants below the target (15,800).',
    ],
    [
      { ...unemployment, observations: [outcome('2026', 6.6, { margin: 0.7 })] },
      'Ur fas: utfallet är 0,6 procentenheter högre än målbanan (6,0 %). Målet för 2030 är 5,0 %. Utfallet kan inte skiljas från målbanan, eftersom felmarginalen är ±0,7 procentenheter.',
      'Off track: the outcome is 0.6 percentage points above the target path (6.0%). The target for 2030 is 5.0%. The outcome cannot be distinguished from the target path, since the margin of error is ±0.7 percentage points.',
    ],
    [
      { ...inflation, observations: [outcome('2026', 2.2)] },
      'I fas: utfallet ligger inom målintervallet 2,0 till 2,5 %.',
      'On track: the outcome is within the target interval of 2.0% to 2.5%.',
    ],
    [
      { ...inflation, target: bandTarget({ isExample: true }), observations: [outcome('2026', 2.9)] },
      'Ur fas: utfallet är 0,4 procentenheter över målintervallet (2,0 till 2,5 %). Målet är ett exempel.',
      'Off track: the outcome is 0.4 percentage points above the target interval (2.0% to 2.5%). The target is an example.',
    ],
    [
      { ...ranking, observations: [outcome('2026', 179)] },
      'Ur fas: utfallet är 6 placeringar sämre än målbanan (placering 173). Målet för 2030 är placering 150.',
      'Off track: the outcome is 6 places worse than the target path (rank 173). The target for 2030 is rank 150.',
    ],
    [
      nights,
      'I fas: utfallet är 1 gästnätter högre än målbanan (105). Målet för de tolv månaderna till och med december 2028 är 120 gästnätter.',
      'On track: the outcome is 1 guest nights above the target path (105). The target for the twelve months to December 2028 is 120 guest nights.',
    ],
    [
      { observations: [outcome('2024', 15400)], today: '2026-02-01' },
      'Kan inte bedömas. Målet räknas från 2025, men något nyare värde finns inte än.',
      'Cannot be assessed. The target counts from 2025, but there is no later value yet.',
    ],
    [
      { observations: [outcome('2025', 15384)], today: '2027-06-01' },
      'Kan inte bedömas. Målet räknas från 2025, men inget nyare värde har kommit. Värdet för 2026 är försenat sedan den 22 mars 2027.',
      'Cannot be assessed. The target counts from 2025, but no later value has come. The value for 2026 has been overdue since 22 March 2027.',
    ],
    [
      { observations: [outcome('2025', 15384)], today: '2028-06-01' },
      'Kan inte bedömas. Målet räknas från 2025, men inget nyare värde har kommit. Värdena för 2026 och 2027 är försenade, det första sedan den 22 mars 2027.',
      'Cannot be assessed. The target counts from 2025, but no later value has come. The values for 2026 and 2027 are overdue, the first since 22 March 2027.',
    ],
    [
      {
        observations: [outcome('2025', 15384)],
        today: '2026-06-01',
        rules: someRules({ breaks: [{ firstPeriod: parsePeriod('2026'), reason: { sv: 'Ny räkning' } }] }),
      },
      'Kan inte bedömas. Målet räknas från 2025. Serien har ett brott 2026: värden före och efter kan inte jämföras.',
      'Cannot be assessed. The target counts from 2025. The series has a break in 2026: values before and after it cannot be compared.',
    ],
    [withoutTarget, 'Kan inte bedömas. Det finns inget beslutat målvärde.', 'Cannot be assessed. No target has been decided.'],
    [
      { observations: [outcome('2026', { missing: 'confidential' })] },
      'Kan inte bedömas. Värdet för 2026 saknas: sekretess.',
      'Cannot be assessed. The value for 2026 is missing: confidential.',
    ],
    [
      { ...nights, observations: nightsWithout('2026-Q3') },
      'Kan inte bedömas. Det finns inget värde för de tolv månaderna till och med december 2026, eftersom kvartal 3 2026 saknas.',
      'Cannot be assessed. There is no value for the twelve months to December 2026, since quarter 3 2026 is missing.',
    ],
  ];
  for (const [changes, sv, en] of sayings) {
    it(`is "${sv.slice(0, 90)}…"`, () => {
      expect(said(changes, 'sv').status).toBe(sv);
      expect(said(changes, 'en').status).toBe(en);
    });
  }
});

describe('the finding against a target, to head a chart', () => {
  const cases: [changes: Partial<Assessed>, sv: string, en: string][] = [
    [{}, '95 invånare under målbanan 2026', '95 inhabitants below the target path in 2026'],
    [{ observations: [outcome('2026', 15422)] }, 'Precis på målbanan 2026', 'Exactly on the target path in 2026'],
    [{ observations: [outcome('2030', 15900)], today: '2031-06-01' }, '100 invånare över målet 2030', '100 inhabitants above the target in 2030'],
    [{ ...ranking, observations: [outcome('2026', 179)] }, '6 placeringar sämre än målbanan 2026', '6 places worse than the target path in 2026'],
    [{ ...unemployment, observations: [outcome('2026', 6.6)] }, '0,6 procentenheter över målbanan 2026', '0.6 percentage points above the target path in 2026'],
    [{ ...inflation, observations: [outcome('2026', 2.2)] }, 'Inom målintervallet 2026', 'Within the target interval in 2026'],
    [{ observations: [outcome('2026', 15327, { margin: 200 })] }, '95 invånare under målbanan 2026, men inom felmarginalen', '95 inhabitants below the target path in 2026, but within the margin of error'],
    [{ observations: [] }, 'Inget värde har publicerats ännu', 'No value has been published yet'],
  ]; // prettier-ignore
  for (const [changes, sv, en] of cases) {
    it(`is "${sv}"`, () => {
      const explanation = assess({ ...population, ...changes });
      const said = (language: 'sv' | 'en') => targetFinding(explanation, language).replaceAll('\u00a0', ' ');
      expect([said('sv'), said('en')]).toEqual([sv, en]);
    });
  }

  it('holds no margin of error against a distance that is none', () => {
    const explanation = assess({ ...population, observations: [outcome('2026', 15422, { margin: 200 })] });
    expect([explanation.uncertain, targetFinding(explanation, 'sv')]).toEqual([true, 'Precis på målbanan 2026']);
  });
});

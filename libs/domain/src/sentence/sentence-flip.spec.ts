import { type Assessed } from '../status/status-assess.js';
import { outcome, pointTarget } from '../status/status.fixtures.js';
import { inflation, ranking, said, unemployment, withoutTarget } from './sentence.fixtures.js';

describe('what would flip it', () => {
  const flips: [changes: Partial<Assessed>, sv: string | undefined, en: string | undefined][] = [
    [{}, 'Från 15 422 invånare blir läget I fas.', 'From 15,422 inhabitants the status becomes On track.'],
    [
      { observations: [outcome('2026', 15500)] },
      'Från 15 372 till 15 421 invånare blir läget Nära.',
      'From 15,372 to 15,421 inhabitants the status becomes Nearly on track.',
    ],
    [
      { ...unemployment, observations: [outcome('2026', 6.6)] },
      'Från 6,0 % och nedåt blir läget I fas.',
      'At 6.0% or less the status becomes On track.',
    ],
    [
      { ...ranking, observations: [outcome('2026', 179)] },
      'Från placering 173 och bättre blir läget I fas.',
      'At rank 173 or better the status becomes On track.',
    ],
    [
      { ...ranking, observations: [outcome('2026', 170)] },
      'Från placering 174 och sämre blir läget Ur fas.',
      'At rank 174 or worse the status becomes Off track.',
    ],
    [
      { ...inflation, observations: [outcome('2026', 2.9)] },
      'Från 2,0 till 2,5 % blir läget I fas.',
      'From 2.0% to 2.5% the status becomes On track.',
    ],
    [
      { ...inflation, observations: [outcome('2026', 2.2)] },
      'Från 1,8 till 1,9 % blir läget Nära. Från 2,6 till 2,7 % blir läget Nära.',
      'From 1.8% to 1.9% the status becomes Nearly on track. From 2.6% to 2.7% the status becomes Nearly on track.',
    ],
    [
      { observations: [outcome('2026', 15430)], target: pointTarget({ tolerance: 1 }) },
      'Vid 15 421 invånare blir läget Nära.',
      'At 15,421 inhabitants the status becomes Nearly on track.',
    ],
    [
      { observations: [outcome('2030', 15327)], today: '2031-06-01' },
      'Från 15 800 invånare hade målet varit uppfyllt.',
      'From 15,800 inhabitants the target would have been met.',
    ],
    [withoutTarget, undefined, undefined],
  ];
  for (const [changes, sv, en] of flips) {
    it(`is "${sv ?? 'nothing without a target'}"`, () => {
      expect(said(changes, 'sv').flip).toBe(sv);
      expect(said(changes, 'en').flip).toBe(en);
    });
  }
});

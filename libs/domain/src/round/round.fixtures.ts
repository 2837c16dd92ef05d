import { type RoundContent } from './round.js';

/** The round of the third quarter of 2026: open the first twenty days of October, reviewed until the end of the month. */
export function aRound(changes: Partial<RoundContent> = {}): RoundContent {
  return {
    ...{ period: '2026-Q3', opensOn: '2026-10-01', dueOn: '2026-10-20', graceDays: 3, reviewUntil: '2026-10-30', isCancelled: false },
    ...changes,
  };
}

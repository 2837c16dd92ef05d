import { ReviewOutcome, type Outcome } from './review-outcome.js';

describe('ReviewOutcome', () => {
  const approved: Outcome = {
    action: 'approve',
    entry: { indicator: { slug: 'foretagsbesok', name: { sv: 'Företagsbesök' } }, reporting: 'period', period: '2026-Q3' },
  };

  it('says once what was done', () => {
    const outcome = new ReviewOutcome();
    outcome.tell(approved);
    expect([outcome.take(), outcome.take()]).toEqual([approved, undefined]);
  });

  it('says only the latest', () => {
    const outcome = new ReviewOutcome();
    outcome.tell(approved);
    outcome.tell({ ...approved, action: 'return' });
    expect(outcome.take()?.action).toBe('return');
  });
});
